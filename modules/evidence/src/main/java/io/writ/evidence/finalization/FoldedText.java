package io.writ.evidence.finalization;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Text as the gate compares it: NFKC, lower case, plain quotes and dashes, decimal digits in ASCII.
 *
 * <p>Numerals that are no decimal digits (superscripts, fractions, circled digits) are set apart with a caret first:
 * folded naively, ten squared would become 102.
 */
final class FoldedText {

    private FoldedText() {}

    static String of(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean plain = true;
        for (int index = 0; index < text.length(); ) {
            int point = text.codePointAt(index);
            plain &= point < 0x80;
            append(out, point);
            if (point == 'A' && isName(text, index)) {
                out.append('_');
            }
            index += Character.charCount(point);
        }
        String mapped = out.toString();
        String compatible = plain ? mapped : Normalizer.normalize(mapped, Normalizer.Form.NFKC);
        return compatible.toLowerCase(Locale.ROOT).replace('\u2044', '/');
    }

    /** A lone capital A that opens no sentence names something, as in "plan A"; it must not pass for the article. */
    private static boolean isName(String text, int index) {
        boolean ends = index + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(index + 1));
        if (!ends || index == 0 || text.charAt(index - 1) != ' ') {
            return false;
        }
        int before = index - 1;
        while (before > 0 && text.charAt(before) == ' ' && index - before < 8) {
            before--;
        }
        return Character.isLetterOrDigit(text.charAt(before));
    }

    private static void append(StringBuilder out, int point) {
        if (point < 0x80) {
            out.append((char) point);
            return;
        }
        switch (point) {
            case '\u2018', '\u2019', '\u201a', '\u201b', '\u2032', '\u00b4' -> out.append('\'');
            case '\u201c', '\u201d', '\u201e', '\u201f', '\u00ab', '\u00bb', '\u2033' -> out.append('"');
            case '\u2010', '\u2011', '\u2012', '\u2212' -> out.append('-');
            case '\u2013', '\u2014', '\u2015' -> out.append(" - ");
            case '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff' -> {}
            default -> appendOther(out, point);
        }
    }

    private static void appendOther(StringBuilder out, int point) {
        int type = Character.getType(point);
        if (type == Character.OTHER_NUMBER) {
            out.append(" ^").appendCodePoint(point).append(' ');
        } else if (type == Character.DECIMAL_DIGIT_NUMBER) {
            out.append((char) ('0' + Character.digit(point, 10)));
        } else {
            out.appendCodePoint(point);
        }
    }
}
