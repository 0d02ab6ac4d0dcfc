package io.writ.governance.policy.workbench;

import io.writ.governance.GovernanceException;
import io.writ.governance.policy.backtest.Backtest;
import io.writ.governance.policy.backtest.Workers;
import io.writ.governance.policy.backtest.report.FlipKind;
import io.writ.governance.policy.backtest.report.JudgedReport;
import io.writ.governance.policy.bundle.PolicySnapshot;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows what a candidate would have decided otherwise. */
public final class PolicyBacktest {

    private final Optional<Path> base;
    private final Path candidate;
    private final Set<FlipKind> failOn;

    /**
     * A backtest of a candidate.
     *
     * @param base folder or archive; absent for the policy that was built into this program
     * @param candidate folder or archive
     * @param failOn names of the kinds that fail; empty for those that fail by default
     * @throws WorkbenchException when there is no such kind
     */
    public PolicyBacktest(Optional<Path> base, Path candidate, List<String> failOn) {
        this.base = base;
        this.candidate = candidate;
        this.failOn = kinds(failOn);
    }

    /** Runs on all processors. */
    public BacktestResult over(Recorded decisions, Clock clock) {
        PolicySnapshot.Loaded before =
                base.map(path -> PolicyVersions.at(path, clock)).orElseGet(() -> PolicyVersions.packaged(clock));
        PolicySnapshot.Loaded after = PolicyVersions.at(candidate, clock);
        try (Workers workers = Workers.onAllProcessors()) {
            return new BacktestResult(new JudgedReport(
                    new Backtest(before, after, clock).over(decisions.walk(), workers, decisions.progress()::accept),
                    failOn));
        } catch (GovernanceException failure) {
            throw Recorded.unreachable(failure);
        }
    }

    /** {@code none} accepts every flip. */
    private static Set<FlipKind> kinds(Collection<String> names) {
        if (names.isEmpty()) {
            return FlipKind.failingByDefault();
        }
        return names.stream()
                .filter(name -> !name.equals("none"))
                .map(name -> FlipKind.named(name)
                        .orElseThrow(() ->
                                new WorkbenchException("there is no flip '" + name + "'; there are none, " + known())))
                .collect(Collectors.toSet());
    }

    private static String known() {
        return Arrays.stream(FlipKind.values()).map(FlipKind::wireName).collect(Collectors.joining(", "));
    }
}
