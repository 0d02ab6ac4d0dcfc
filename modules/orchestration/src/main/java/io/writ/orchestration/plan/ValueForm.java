package io.writ.orchestration.plan;

import io.writ.governance.FieldVocabulary;
import io.writ.orchestration.plan.Phrase.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Recognises values of a field by their form, such as the ids of rows. */
record ValueForm(FieldVocabulary field, Pattern exact, Pattern anyCase) {

    private static final String NOT_AFTER = "(?<![\\p{L}\\p{N}_-])(?:";
    private static final String NOT_BEFORE = ")(?![\\p{L}\\p{N}_-])";

    /** A field without a form, or with one this platform cannot read, is recognised by its listed values only. */
    static Optional<ValueForm> of(FieldVocabulary field) {
        if (field.pattern().isBlank()) {
            return Optional.empty();
        }
        try {
            String bounded = NOT_AFTER + field.pattern() + NOT_BEFORE;
            return Optional.of(new ValueForm(
                    field, Pattern.compile(field.pattern()), Pattern.compile(bounded, Pattern.CASE_INSENSITIVE)));
        } catch (PatternSyntaxException unreadable) {
            return Optional.empty();
        }
    }

    List<Mention> in(Wording question) {
        List<Mention> mentions = new ArrayList<>();
        Matcher matcher = anyCase.matcher(question.text());
        while (matcher.find()) {
            Span span = span(question.words(), matcher.start(), matcher.end());
            if (span.length() > 0) {
                mentions.add(new Mention.OfValue(span, field, spelled(matcher.group()), true));
            }
        }
        return mentions;
    }

    /** People write ids in any case; the system of record knows one. */
    private String spelled(String written) {
        for (String spelling : List.of(written, written.toUpperCase(Locale.ROOT), written.toLowerCase(Locale.ROOT))) {
            if (exact.matcher(spelling).matches()) {
                return spelling;
            }
        }
        return written;
    }

    private static Span span(List<Word> words, int start, int end) {
        int from = 0;
        while (from < words.size() && words.get(from).end() <= start) {
            from++;
        }
        int to = from;
        while (to < words.size() && words.get(to).start() < end) {
            to++;
        }
        return new Span(from, to);
    }
}
