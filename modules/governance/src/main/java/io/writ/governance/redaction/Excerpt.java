package io.writ.governance.redaction;

/** Text on one line, cut to a length. */
final class Excerpt {

    private Excerpt() {}

    /** Collapses white space; what is cut ends in three dots. Never cuts a surrogate pair in half. */
    static String of(String text, int charactersMax) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.codePointCount(0, line.length()) <= charactersMax) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, charactersMax)) + "...";
    }
}
