package io.writ.evidence.finalization;

import java.util.Arrays;
import java.util.List;

/** Looks for one claim in one unit and writes down what it finds. */
final class Search {

    /** Enough occurrences of one quotation to find the one whose sentence also holds the words around it. */
    private static final int OCCURRENCES_MAX = 64;

    private final Vocabulary vocabulary;

    Search(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    void examine(ClaimCase claim, UnitText unit) {
        if (claim.isSettled()) {
            return;
        }
        boolean cited = claim.cites(unit.id());
        ClaimPattern pattern = claim.pattern();
        if ((cited || unit.hasAll(pattern.significant())) && says(pattern, unit)) {
            claim.said(cited);
        }
        if (cited && !claim.isSettled()) {
            nearMisses(claim, unit);
        }
    }

    private boolean says(ClaimPattern pattern, UnitText unit) {
        Passages text = unit.passages();
        boolean verbatim = Verbatim.of(pattern.all())
                .search(
                        text,
                        (from, to) ->
                                negationsAround(text, from, to) == pattern.negations() && !text.isBoundedFigure(from));
        if (verbatim || records(pattern.tokens(), unit, RecordMatch.Answer.SAID)) {
            return true;
        }
        if (!pattern.quotes().isEmpty() && !quotesIn(pattern, unit).isComplete()) {
            return false;
        }
        Alignment.Mode mode = pattern.hasFigures() ? Alignment.Mode.EXACT : Alignment.Mode.WITHOUT_FIGURES;
        return isPlainQuotation(pattern, unit) || aligned(pattern, mode, unit);
    }

    /**
     * One quotation and at most the name of the object around it says nothing of its own. Whatever combines quotations,
     * or adds words of the text to one, is a statement, and quotation marks around its pieces do not make it true.
     */
    private static boolean isPlainQuotation(ClaimPattern pattern, UnitText unit) {
        return pattern.quotes().size() == 1
                && Arrays.stream(pattern.frame())
                        .allMatch(word -> unit.idWords().get(word));
    }

    private void nearMisses(ClaimCase claim, UnitText unit) {
        ClaimPattern pattern = claim.pattern();
        int[] significant = pattern.significant();
        for (int index = 0; index < significant.length; index++) {
            if (unit.present().get(significant[index])) {
                claim.cover(index);
            }
        }
        if (aligned(pattern, Alignment.Mode.REVERSED, unit) || recordsSayTheOpposite(pattern, unit)) {
            claim.reversed();
        }
        if (pattern.hasFigures() && aligned(pattern, Alignment.Mode.UNBOUNDED, unit)) {
            claim.unbounded();
        }
        if (pattern.statesFigure()
                && (aligned(pattern, Alignment.Mode.ALTERED, unit)
                        || records(pattern.tokens(), unit, RecordMatch.Answer.ALTERED)
                        || quotesAreAltered(pattern, unit))) {
            claim.altered();
        }
    }

    private boolean aligned(ClaimPattern pattern, Alignment.Mode mode, UnitText unit) {
        return new Alignment(pattern, mode, vocabulary).isIn(unit.passages());
    }

    private static boolean records(List<Token> tokens, UnitText unit, RecordMatch.Answer answer) {
        return unit.records().stream().anyMatch(record -> RecordMatch.of(tokens, record) == answer);
    }

    private static boolean recordsSayTheOpposite(ClaimPattern pattern, UnitText unit) {
        List<Token> affirmed = pattern.tokens().stream()
                .filter(token -> !token.is(TokenKind.NEGATION))
                .toList();
        return pattern.negations() > 0 && records(affirmed, unit, RecordMatch.Answer.SAID);
    }

    private QuoteTally quotesIn(ClaimPattern pattern, UnitText unit) {
        QuoteTally tally = new QuoteTally(pattern);
        for (int index = 0; index < pattern.quotes().size(); index++) {
            int[] quote = pattern.quotes().get(index);
            if (unit.hasAll(quote)) {
                quoteIn(pattern, index, unit, tally);
            }
        }
        return tally;
    }

    private void quoteIn(ClaimPattern pattern, int index, UnitText unit, QuoteTally tally) {
        int[] quote = pattern.quotes().get(index);
        int quoteNegations = 0;
        for (int number : quote) {
            quoteNegations += vocabulary.kind(number) == TokenKind.NEGATION ? 1 : 0;
        }
        int negations = quoteNegations + pattern.frameNegations();
        Passages text = unit.passages();
        int[] occurrences = {0};
        Verbatim.of(quote).search(text, (from, to) -> {
            if (negationsAround(text, from, to) == negations && !text.isBoundedFigure(from)) {
                tally.quote(index);
                frameAround(pattern, unit, from, to, tally);
            }
            occurrences[0]++;
            return tally.isComplete() || occurrences[0] == OCCURRENCES_MAX;
        });
    }

    private static void frameAround(ClaimPattern pattern, UnitText unit, int from, int to, QuoteTally tally) {
        Passages text = unit.passages();
        int[] frame = pattern.frame();
        for (int word = 0; word < frame.length; word++) {
            int number = frame[word];
            boolean found = unit.idWords().get(number);
            int end = text.end(text.passageAt(to));
            for (int index = text.start(text.passageAt(from)); index < end && !found; index++) {
                found = text.number(index) == number;
            }
            if (found) {
                tally.frame(word);
            }
        }
    }

    private boolean quotesAreAltered(ClaimPattern pattern, UnitText unit) {
        return pattern.quotes().stream()
                .anyMatch(quote -> vocabulary.statesFigure(quote)
                        && Verbatim.withAnyFigures(quote, vocabulary).search(unit.passages(), (_, _) -> true)
                        && !Verbatim.of(quote).search(unit.passages(), (_, _) -> true));
    }

    private static int negationsAround(Passages text, int from, int to) {
        return text.negations(text.passageAt(from), text.passageAt(to));
    }
}
