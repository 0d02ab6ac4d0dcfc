package io.writ.orchestration.plan;

import io.writ.orchestration.plan.Vocabulary.ScopeReading;
import io.writ.orchestration.plan.Vocabulary.WithheldReading;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One clause, read in every way the vocabulary offers.
 *
 * @param scopeWords indexes of words of any readable collection
 */
record ClauseReading(
        Wording wording,
        Signals signals,
        Optional<ViewReading> view,
        Optional<ScopeReading> scope,
        Set<Integer> scopeWords,
        Optional<WithheldReading> withheld) {

    /** Indexes of the words the clause is about. */
    Set<Integer> content() {
        return new TreeSet<>(Vocabulary.content(wording.words()));
    }

    List<Word> contentWords() {
        return words(content());
    }

    /** What is left when the view and grammar have explained their words. */
    List<Word> unexplained() {
        Set<Integer> left = new TreeSet<>(content());
        view.ifPresent(reading -> left.removeAll(reading.explained()));
        left.removeAll(signals.used());
        return words(left);
    }

    /** Nothing but the name of a view, and nothing asked about it. */
    boolean isBareView() {
        return !asks()
                && view.filter(found -> found.namesView() && !found.namesField() && !found.namesValue())
                        .filter(found -> found.explained().containsAll(content()))
                        .isPresent();
    }

    /** A lone word names a topic; a question says what about it. */
    boolean isBareTopic() {
        return !asks() && content().size() == 1;
    }

    private boolean asks() {
        return signals.commanded() || signals.wantsFigure();
    }

    /** Whether the clause asks for something by itself: it names a source, or it commands and names a subject. */
    boolean standsAlone() {
        if (content().isEmpty()) {
            return false;
        }
        boolean namesRows = view.filter(ClauseReading::asksForRows).isPresent();
        boolean figureByField =
                signals.wantsFigure() && view.filter(ViewReading::namesField).isPresent();
        boolean namesSource = namesRows || figureByField || !scopeWords.isEmpty() || withheld.isPresent();
        boolean onlyFields =
                view.isPresent() && unexplained().isEmpty() && !view.get().namesValue();
        return namesSource || (signals.commanded() && !onlyFields);
    }

    /** The id of a row alone continues the clause before it: "the status of A and of B". */
    private static boolean asksForRows(ViewReading view) {
        return view.namesView() || (view.namesRow() && view.namesField());
    }

    private List<Word> words(Set<Integer> indexes) {
        return indexes.stream().map(wording.words()::get).toList();
    }
}
