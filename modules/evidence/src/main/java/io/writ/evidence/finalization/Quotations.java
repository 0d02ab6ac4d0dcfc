package io.writ.evidence.finalization;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a folded claim into what it quotes and the rest.
 *
 * <p>Double quotes always quote; single quotes only where they cannot be apostrophes: after a space and before one.
 */
record Quotations(List<String> quoted, String rest) {

    Quotations {
        quoted = List.copyOf(quoted);
    }

    static Quotations of(String folded) {
        List<String> quoted = new ArrayList<>();
        StringBuilder rest = new StringBuilder(folded.length());
        int index = 0;
        while (index < folded.length()) {
            int end = closing(folded, index);
            if (end > 0) {
                quoted.add(folded.substring(index + 1, end));
                rest.append(' ');
                index = end + 1;
            } else {
                rest.append(folded.charAt(index));
                index++;
            }
        }
        return new Quotations(quoted, rest.toString());
    }

    /** Where the quotation that opens here closes, or -1. */
    private static int closing(String text, int open) {
        char mark = text.charAt(open);
        if (mark == '"') {
            return text.indexOf('"', open + 1);
        }
        boolean opens = mark == '\'' && (open == 0 || !Character.isLetterOrDigit(text.charAt(open - 1)));
        if (!opens || open + 1 == text.length() || Character.isWhitespace(text.charAt(open + 1))) {
            return -1;
        }
        for (int end = text.indexOf('\'', open + 1); end > 0; end = text.indexOf('\'', end + 1)) {
            boolean closes = end + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(end + 1));
            if (closes && !Character.isWhitespace(text.charAt(end - 1))) {
                return end;
            }
        }
        return -1;
    }
}
