package io.writ.governance.policy.backtest;

import io.writ.evidence.Digest;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of repeating recorded decisions.
 *
 * @param decisions that policy took part in
 * @param questions that were asked again; a search has two
 * @param equal of those, with the recorded result
 * @param unasked questions that no engine had answered
 * @param erased decisions whose input is gone
 * @param otherBundles questions that another bundle had answered, by its digest
 * @param different questions or inputs that were not as recorded
 * @param first of the differences, newest decision first
 */
public record ReplayReport(
        long decisions,
        long questions,
        long equal,
        long unasked,
        long erased,
        SortedMap<Digest, Long> otherBundles,
        long different,
        Optional<Difference> first) {

    public ReplayReport {
        SortedMap<Digest, Long> sorted = new TreeMap<>(Comparator.comparing(Digest::hex));
        sorted.putAll(otherBundles);
        otherBundles = Collections.unmodifiableSortedMap(sorted);
    }
}
