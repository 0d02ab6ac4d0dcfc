package io.writ.governance.policy.backtest.report;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a candidate decides otherwise than the base, over recorded questions.
 *
 * @param tenant whose decisions; absent for all tenants
 * @param unchanged questions with the same verdict, reason, obligations and items
 * @param totals flips by kind; a question may have several
 * @param ungrouped flips beyond the groups that a report holds; the totals count them
 */
public record BacktestReport(
        Optional<String> tenant,
        Instant createdAt,
        BundleName base,
        BundleName candidate,
        InputCounts inputs,
        long unchanged,
        Map<FlipKind, Long> totals,
        List<FlipGroup> groups,
        long ungrouped) {

    public BacktestReport {
        Map<FlipKind, Long> complete = new EnumMap<>(FlipKind.class);
        for (FlipKind kind : FlipKind.values()) {
            complete.put(kind, totals.getOrDefault(kind, 0L));
        }
        totals = Collections.unmodifiableMap(complete);
        groups = List.copyOf(groups);
    }

    /** How many flips there are of these kinds. */
    public long count(Collection<FlipKind> kinds) {
        return kinds.stream().mapToLong(kind -> totals.getOrDefault(kind, 0L)).sum();
    }
}
