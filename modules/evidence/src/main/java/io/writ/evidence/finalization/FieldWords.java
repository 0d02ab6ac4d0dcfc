package io.writ.evidence.finalization;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How people write the name of a field: {@code plan_tier}, or "plan tier". */
final class FieldWords {

    private static final Pattern BREAK = Pattern.compile("[_\\-.:/]+|(?<=\\p{Ll})(?=\\p{Lu})");

    private FieldWords() {}

    static String spaced(String name) {
        return BREAK.matcher(name).replaceAll(" ").strip();
    }

    static List<List<Token>> forms(String name) {
        return List.of(Tokenizer.tokens(name), Tokenizer.tokens(spaced(name)));
    }

    /** The texts of all tokens in all forms. */
    static Set<String> texts(String name) {
        return forms(name).stream().flatMap(List::stream).map(Token::text).collect(Collectors.toUnmodifiableSet());
    }
}
