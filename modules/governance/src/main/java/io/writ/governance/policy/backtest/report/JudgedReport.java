package io.writ.governance.policy.backtest.report;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A report and what somebody takes for a failure.
 *
 * @param failOn kinds of flips that fail; empty when every flip is accepted
 */
public record JudgedReport(BacktestReport report, Set<FlipKind> failOn) {

    public JudgedReport {
        EnumSet<FlipKind> sorted = EnumSet.noneOf(FlipKind.class);
        sorted.addAll(failOn);
        failOn = Collections.unmodifiableSet(sorted);
    }

    public long failures() {
        return report.count(failOn);
    }

    /** A backtest over nothing proves nothing, so it does not pass. */
    public boolean passed() {
        return failures() == 0 && report.inputs().questions() > 0;
    }

    /** Failing flips that no group of the report tells of. */
    long ungroupedFailures() {
        long grouped = report.groups().stream()
                .filter(this::fails)
                .mapToLong(FlipGroup::count)
                .sum();
        return failures() - grouped;
    }

    boolean fails(FlipGroup group) {
        return failOn.contains(group.kind());
    }
}
