package io.writ.orchestration.plan;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the grammar words of a question ask to be done.
 *
 * @param measures what to compute, in no order
 * @param groupingAt indexes of words such as "per"; what follows them is a dimension
 * @param spread whether a distribution or comparison is wanted
 * @param topGroups the number after "top"
 * @param compares whether a value is bounded ("over 100"), which no filter can express
 * @param used indexes of the words this reading has explained
 */
record Signals(
        Set<Measure> measures,
        List<Integer> groupingAt,
        boolean spread,
        Optional<Granularity> granularity,
        OptionalInt topGroups,
        boolean versions,
        boolean documents,
        boolean commanded,
        boolean compares,
        Set<Integer> used) {

    Signals {
        measures = Set.copyOf(measures);
        groupingAt = List.copyOf(groupingAt);
        used = Set.copyOf(used);
    }

    /** Reads the words, except those that are parts of a longer name. */
    static Signals of(List<Word> words, Collection<Integer> insideNames) {
        return new GrammarScan(words, insideNames).signals();
    }

    boolean wantsFigure() {
        return !measures.isEmpty() || spread || granularity.isPresent();
    }

    /** "How many customers and subscribers" counts both. */
    Signals orMeasuresOf(Signals earlier) {
        if (commanded || wantsFigure()) {
            return this;
        }
        return new Signals(
                earlier.measures,
                groupingAt,
                spread,
                granularity,
                topGroups,
                versions,
                documents,
                commanded,
                compares,
                used);
    }
}
