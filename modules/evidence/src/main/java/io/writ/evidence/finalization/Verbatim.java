package io.writ.evidence.finalization;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Finds a sequence of tokens without gaps, in time linear to the text (Knuth, Morris, Pratt). */
final class Verbatim {

    private static final int ANY_FIGURE = Integer.MIN_VALUE;

    private final int[] pattern;
    private final int[] failure;
    private final IntUnaryOperator form;

    private Verbatim(int[] pattern, IntUnaryOperator form) {
        this.form = form;
        this.pattern = Arrays.stream(pattern).map(form).toArray();
        this.failure = failure(this.pattern);
    }

    static Verbatim of(int[] pattern) {
        return new Verbatim(pattern, IntUnaryOperator.identity());
    }

    /** The same words with any figures, to tell an altered number from an invention. */
    static Verbatim withAnyFigures(int[] pattern, Vocabulary vocabulary) {
        return new Verbatim(pattern, number -> vocabulary.kind(number) == TokenKind.FIGURE ? ANY_FIGURE : number);
    }

    /** What to do with an occurrence; from and to are indexes of its first and last token. */
    interface Occurrence {
        /** Tells whether the search is over. */
        boolean found(int from, int to);
    }

    /** Calls back for every occurrence until one ends the search; tells whether one did. */
    boolean search(Passages text, Occurrence occurrence) {
        int matched = 0;
        for (int index = 0; index < text.size() && pattern.length > 0; index++) {
            if (index > 0 && text.position(index) != text.position(index - 1) + 1) {
                matched = 0;
            }
            int number = form.applyAsInt(text.number(index));
            while (matched > 0 && pattern[matched] != number) {
                matched = failure[matched - 1];
            }
            matched += pattern[matched] == number ? 1 : 0;
            if (matched == pattern.length) {
                if (occurrence.found(index - matched + 1, index)) {
                    return true;
                }
                matched = failure[matched - 1];
            }
        }
        return false;
    }

    private static int[] failure(int[] pattern) {
        int[] failure = new int[pattern.length];
        int matched = 0;
        for (int index = 1; index < pattern.length; index++) {
            while (matched > 0 && pattern[index] != pattern[matched]) {
                matched = failure[matched - 1];
            }
            matched += pattern[index] == pattern[matched] ? 1 : 0;
            failure[index] = matched;
        }
        return failure;
    }
}
