package io.writ.evidence.finalization;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Cuts text into sentences, in one pass.
 *
 * <p>A sentence ends at a full stop, question or exclamation mark that is followed by white space and not by a
 * lower-case letter, unless the stop belongs to an abbreviation; and at a line end, unless the next line goes on in
 * lower case. Cutting too often costs a paraphrase, cutting too seldom would join what does not belong together.
 */
final class Sentences {

    private static final Set<String> ABBREVIATIONS = Set.of(
            "e.g", "i.e", "dr", "mr", "mrs", "ms", "no", "vs", "approx", "incl", "inc", "ltd", "co", "st", "cf", "art",
            "sec", "fig");

    private final String text;
    private int start;

    private Sentences(String text) {
        this.text = text;
    }

    static void forEach(String text, Consumer<String> consumer) {
        Sentences sentences = new Sentences(text);
        int index = 0;
        while (index < text.length()) {
            int end = sentences.boundary(index);
            if (end > 0) {
                consumer.accept(text.substring(sentences.start, end));
                sentences.start = sentences.skipSpace(end);
                index = sentences.start;
            } else {
                index++;
            }
        }
        if (sentences.start < text.length()) {
            consumer.accept(text.substring(sentences.start));
        }
    }

    /** The end of the sentence if it ends at this character, else 0. */
    private int boundary(int index) {
        return switch (text.charAt(index)) {
            case '\n', '\r' -> endsAtLine(index) ? index : 0;
            case '.', '!', '?' -> endsAtStop(index);
            case '。', '！', '？' -> index + 1;
            default -> 0;
        };
    }

    private boolean endsAtLine(int index) {
        if (index <= start) {
            return false;
        }
        int next = index + 1;
        boolean blank = false;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            blank |= text.charAt(next) == '\n' && !(next == index + 1 && text.charAt(index) == '\r');
            next++;
        }
        boolean goesOn = next < text.length() && Character.isLowerCase(text.charAt(next));
        char last = text.charAt(index - 1);
        return blank || !goesOn || ".!?:;|".indexOf(last) >= 0;
    }

    private int endsAtStop(int index) {
        int end = index + 1;
        while (end < text.length() && "\"')]»”’".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        if (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            return 0;
        }
        int next = skipSpace(end);
        boolean goesOn = next < text.length() && Character.isLowerCase(text.charAt(next));
        boolean abbreviated = text.charAt(index) == '.' && isAbbreviation(index);
        return goesOn || abbreviated ? 0 : end;
    }

    private boolean isAbbreviation(int stop) {
        int from = stop;
        while (from > start && stop - from < 8 && !Character.isWhitespace(text.charAt(from - 1))) {
            from--;
        }
        String word = text.substring(from, stop).toLowerCase(Locale.ROOT);
        return (word.length() == 1 && Character.isLetter(word.charAt(0))) || ABBREVIATIONS.contains(word);
    }

    private int skipSpace(int from) {
        int index = from;
        while (index < text.length() && Character.isWhitespace(text.charAt(index))) {
            index++;
        }
        return index;
    }
}
