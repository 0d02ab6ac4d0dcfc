package io.writ.evidence.canonical;

/** A string as both canonical forms write it; RFC 8785 and PECR agree on escapes, and both refuse what is not Unicode. */
public final class CanonicalString {

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private CanonicalString() {}

    /**
     * Appends the text in quotes.
     *
     * @throws IllegalArgumentException when the text holds half of a surrogate pair, which UTF-8 cannot write
     */
    public static void append(StringBuilder out, String text) {
        out.append('"');
        int copied = 0;
        for (int index = 0; index < text.length(); index++) {
            if (isPlain(text.charAt(index))) {
                continue;
            }
            if (isHalfPair(text, index)) {
                throw new IllegalArgumentException("canonical JSON cannot write half of a surrogate pair");
            }
            // Runs of plain text are copied whole: records are mostly made of them.
            out.append(text, copied, index);
            append(out, text.charAt(index));
            copied = index + 1;
        }
        out.append(text, copied, text.length()).append('"');
    }

    private static boolean isPlain(char character) {
        return character >= 0x20
                && character != '"'
                && character != '\\'
                && (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE);
    }

    private static boolean isHalfPair(String text, int index) {
        char character = text.charAt(index);
        if (Character.isHighSurrogate(character)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        return Character.isLowSurrogate(character)
                && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }

    private static void append(StringBuilder out, char character) {
        switch (character) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> {
                if (character < 0x20) {
                    out.append("\\u00").append(HEX[character >> 4]).append(HEX[character & 0xf]);
                } else {
                    out.append(character);
                }
            }
        }
    }
}
