package io.writ.evidence.finalization;

import java.util.List;

/**
 * One value of a record and how it is called.
 *
 * @param names ways to name it, as tokens
 * @param values ways to write its value, as tokens
 */
record Fact(List<List<Token>> names, List<List<Token>> values) {

    Fact {
        names = List.copyOf(names);
        values = List.copyOf(values);
    }

    boolean hasFigure() {
        return values.stream().flatMap(List::stream).anyMatch(token -> token.is(TokenKind.FIGURE));
    }

    /** Length of the longest of these token sequences that stands at the index, or 0. */
    static int longestAt(List<List<Token>> forms, List<Token> tokens, int index) {
        int longest = 0;
        for (List<Token> form : forms) {
            int end = index + form.size();
            if (form.size() > longest
                    && end <= tokens.size()
                    && tokens.subList(index, end).equals(form)) {
                longest = form.size();
            }
        }
        return longest;
    }
}
