package io.writ.governance.policy.backtest;

import io.writ.evidence.Digest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts, in one thread. */
final class ReplayTally {

    private final SortedMap<Digest, Long> others = new TreeMap<>(Comparator.comparing(Digest::hex));
    private long decisions;
    private long equal;
    private long unasked;
    private long erased;
    private long different;
    private long compared;
    private Optional<Difference> first = Optional.empty();

    void add(List<Repeated> decision) {
        decisions++;
        decision.forEach(this::add);
    }

    ReplayReport report() {
        return new ReplayReport(decisions, compared, equal, unasked, erased, others, different, first);
    }

    private void add(Repeated repeated) {
        switch (repeated) {
            case Repeated.Equal _ -> {
                compared++;
                equal++;
            }
            case Repeated.Different(Difference difference) -> {
                compared++;
                different++;
                first = first.or(() -> Optional.of(difference));
            }
            case Repeated.Unasked _ -> unasked++;
            case Repeated.Erased _ -> erased++;
            case Repeated.OtherBundle(Digest bundle) -> others.merge(bundle, 1L, Long::sum);
        }
    }
}
