package io.writ.orchestration.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A text as words. Letters of every script count; everything else separates. */
public record Wording(String text, List<Word> words) {

    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}]*(?:['\\u2019]\\p{L}{1,2})?");
    private static final Pattern POSSESSIVE = Pattern.compile("['\\u2019][sS]$");
    private static final String SENTENCE_ENDS = ".!?:;\n";

    public Wording {
        words = List.copyOf(words);
    }

    /** Splits a text into words. */
    public static Wording of(String text) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String written = POSSESSIVE.matcher(matcher.group()).replaceFirst("");
            boolean named = isNamed(text, written, matcher.start());
            words.add(new Word(written, Folding.fold(written), matcher.start(), matcher.end(), named));
        }
        return new Wording(text, words);
    }

    /** The folded form of every word, without order. */
    public Set<String> foldedWords() {
        return words.stream().map(Word::folded).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isNamed(String text, String written, int start) {
        if (written.chars().anyMatch(Character::isDigit)) {
            return true;
        }
        return Character.isUpperCase(written.codePointAt(0)) && !opensSentence(text, start);
    }

    private static boolean opensSentence(String text, int start) {
        int before = start - 1;
        while (before >= 0 && !Character.isLetterOrDigit(text.charAt(before))) {
            if (SENTENCE_ENDS.indexOf(text.charAt(before)) >= 0) {
                return true;
            }
            before--;
        }
        return before < 0;
    }
}
