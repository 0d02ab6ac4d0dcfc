package io.writ.evidence.finalization;

import java.util.stream.IntStream;

/**
 * Lays the content words of a claim over one passage, in their order.
 *
 * <p>Between two words of the claim one content word of the passage may be skipped, so that two clauses of one sentence do
 * not lend each other their subject; <em>fixed</em> tokens may not, between the first and the last matched word.
 * With figures fixed, "Plan A costs 20" is not found in "Plan A costs 10 and plan B costs 20", as it would have to
 * skip the 10. A word that directly follows a figure in the claim must follow it in the passage, so that 30 days are
 * not 30 business days.
 */
final class Alignment {

    /** Attempts per passage: a sentence with more figures than that is a table, and is matched verbatim or not at all. */
    private static final int ATTEMPTS_MAX = 64;

    /** An adjective may be left out; a skipped clause would make another statement. */
    private static final int SKIPPED_MAX = 1;

    /** How much of what the passage says must be kept. */
    enum Mode {
        /** Everything. */
        EXACT,
        /** A claim without figures may leave figures out. */
        WITHOUT_FIGURES,
        /** The same but for negations: then the passage says the opposite. */
        REVERSED,
        /** The same but for words like "at most". */
        UNBOUNDED,
        /** The same but for figures. */
        ALTERED;

        boolean fixes(TokenKind kind) {
            return !ignores(kind)
                    && switch (kind) {
                        case FIGURE, BOUND -> this != WITHOUT_FIGURES;
                        case NEGATION -> true;
                        case WORD, NAME -> false;
                    };
        }

        boolean ignores(TokenKind kind) {
            return switch (kind) {
                case FIGURE -> this == ALTERED;
                case BOUND -> this == ALTERED || this == UNBOUNDED || this == REVERSED;
                case NEGATION -> this == REVERSED;
                case WORD, NAME -> false;
            };
        }
    }

    private final ClaimPattern claim;
    private final Mode mode;
    private final int[] wanted;
    private final boolean[] tight;

    Alignment(ClaimPattern claim, Mode mode, Vocabulary vocabulary) {
        this.claim = claim;
        this.mode = mode;
        int[] significant = claim.significant();
        int[] kept = IntStream.range(0, significant.length)
                .filter(index -> !mode.ignores(vocabulary.kind(significant[index])))
                .toArray();
        this.wanted = IntStream.of(kept).map(index -> significant[index]).toArray();
        this.tight = new boolean[kept.length];
        for (int index = 0; index < kept.length; index++) {
            tight[index] = claim.isTight(kept[index]) && !mode.ignores(TokenKind.FIGURE);
        }
    }

    /** Tells whether one passage of the text says the claim. */
    boolean isIn(Passages text) {
        Found found = new Found();
        text.candidates(wanted, passage -> found.yes |= !found.yes && matches(text, passage));
        return found.yes;
    }

    private boolean matches(Passages text, int passage) {
        boolean sameNegations = text.negations(passage) == claim.negations();
        int end = text.end(passage);
        int from = text.start(passage);
        if (sameNegations == (mode == Mode.REVERSED) || (mode == Mode.ALTERED && !hasFigure(text, from, end))) {
            return false;
        }
        for (int attempt = 0; attempt < ATTEMPTS_MAX && from < end; attempt++) {
            if (matchesFrom(text, from, end)) {
                return true;
            }
            from = nextStart(text, from, end);
        }
        return false;
    }

    /** Where the first word of the claim stands again. */
    private int nextStart(Passages text, int from, int end) {
        int index = from + 1;
        while (index < end && text.number(index) != wanted[0]) {
            index++;
        }
        return index;
    }

    /** Tells whether the words are too far apart for one statement; a near miss may be as far as it likes. */
    private boolean isApart(Passages text, int last, int index) {
        return (mode == Mode.EXACT || mode == Mode.WITHOUT_FIGURES)
                && last >= 0
                && text.content(index) - text.content(last) > SKIPPED_MAX + 1;
    }

    private boolean matchesFrom(Passages text, int from, int end) {
        int next = 0;
        int last = -1;
        for (int index = from; index < end; index++) {
            boolean follows = last >= 0 && text.position(index) == text.position(last) + 1;
            boolean cutOff = next == 0 && mode.fixes(TokenKind.BOUND) && text.isBoundedFigure(index);
            if (text.number(index) == wanted[next]
                    && (!tight[next] || follows)
                    && !cutOff
                    && !isApart(text, last, index)) {
                last = index;
                next++;
                if (next == wanted.length) {
                    return true;
                }
            } else if (mode.fixes(text.kind(index))) {
                return false;
            }
        }
        return false;
    }

    private static boolean hasFigure(Passages text, int from, int end) {
        return IntStream.range(from, end).anyMatch(index -> text.kind(index) == TokenKind.FIGURE);
    }

    private static final class Found {
        private boolean yes;
    }
}
