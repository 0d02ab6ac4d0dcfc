package io.writ.governance.policy.backtest;

import io.writ.governance.policy.backtest.Examined.Answered;
import io.writ.governance.policy.backtest.report.FlipGroup;
import io.writ.governance.policy.backtest.report.FlipKind;
import io.writ.governance.policy.backtest.report.FlipSubject;
import io.writ.governance.policy.backtest.report.InputCounts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Counts and groups, in one thread; what it holds does not grow with the number of decisions. */
final class FlipTally {

    /** Whoever looks at five decisions of a kind knows what changed. */
    private static final int EXAMPLES_MAX = 5;

    /**
     * Of each kind, so that many of a harmless one cannot hide one that fails. Actions, operators, sources and labels of
     * a catalogue multiply to some hundred.
     */
    static final int GROUPS_MAX = 250;

    private final Map<FlipKind, Map<FlipSubject, Counted>> groups = new EnumMap<>(FlipKind.class);
    private final Map<FlipKind, Long> totals = new EnumMap<>(FlipKind.class);
    private Optional<Instant> newest = Optional.empty();
    private Optional<Instant> oldest = Optional.empty();
    private long ungrouped;
    private long decisions;
    private long questions;
    private long erased;
    private long spoiled;
    private long unasked;
    private long reproduced;
    private long contradicted;
    private long unchanged;

    private static final class Counted {
        private final List<UUID> examples = new ArrayList<>();
        private long count;
    }

    void add(Examined examined) {
        decisions++;
        newest = newest.or(() -> Optional.of(examined.occurredAt()));
        oldest = Optional.of(examined.occurredAt());
        switch (examined) {
            case Examined.Erased _ -> erased++;
            case Examined.Spoiled _ -> spoiled++;
            case Examined.Compared compared -> compared.questions().forEach(answered -> add(compared.id(), answered));
        }
    }

    InputCounts inputs(long requested) {
        return new InputCounts(
                requested, decisions, questions, erased, spoiled, unasked, reproduced, contradicted, oldest, newest);
    }

    long unchanged() {
        return unchanged;
    }

    Map<FlipKind, Long> totals() {
        return Map.copyOf(totals);
    }

    long ungrouped() {
        return ungrouped;
    }

    List<FlipGroup> groups() {
        List<FlipGroup> all = new ArrayList<>();
        groups.forEach((kind, subjects) -> subjects.forEach(
                (subject, counted) -> all.add(new FlipGroup(kind, subject, counted.count, counted.examples))));
        return all;
    }

    private void add(UUID decision, Answered answered) {
        switch (answered) {
            case Answered.Unasked _ -> unasked++;
            case Answered.Both both -> {
                questions++;
                count(both.base());
                if (both.flips().isEmpty()) {
                    unchanged++;
                }
                both.flips().forEach(flip -> count(decision, flip));
            }
        }
    }

    private void count(Examined.Faithfulness base) {
        switch (base) {
            case REPRODUCED -> reproduced++;
            case CONTRADICTED -> contradicted++;
            case UNKNOWN -> {}
        }
    }

    private void count(UUID decision, Flip flip) {
        totals.merge(flip.kind(), 1L, Long::sum);
        Map<FlipSubject, Counted> ofKind = groups.computeIfAbsent(flip.kind(), _ -> new TreeMap<>());
        Counted group = ofKind.get(flip.subject());
        if (group == null) {
            if (ofKind.size() == GROUPS_MAX) {
                ungrouped++;
                return;
            }
            group = new Counted();
            ofKind.put(flip.subject(), group);
        }
        group.count++;
        if (group.examples.size() < EXAMPLES_MAX && !group.examples.contains(decision)) {
            group.examples.add(decision);
        }
    }
}
