package io.writ.governance.policy.workbench;

import io.writ.governance.GovernanceException;
import io.writ.governance.policy.backtest.Replay;
import io.writ.governance.policy.backtest.Workers;
import io.writ.governance.policy.bundle.PolicySnapshot;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Repeats recorded decisions with the bundles that made them. */
public final class PolicyReplay {

    private PolicyReplay() {}

    /**
     * Repeats on all processors.
     *
     * @param bundles folders or archives; none for the policy that was built into this program
     * @throws WorkbenchException when a bundle or the database cannot be used
     */
    public static ReplayResult of(Recorded decisions, List<Path> bundles, Clock clock) {
        List<PolicySnapshot.Loaded> loaded = new ArrayList<>();
        bundles.forEach(bundle -> loaded.add(PolicyVersions.at(bundle, clock)));
        if (loaded.isEmpty()) {
            loaded.add(PolicyVersions.packaged(clock));
        }
        try (Workers workers = Workers.onAllProcessors()) {
            return new ReplayResult(new Replay(loaded).over(decisions.walk(), workers, decisions.progress()::accept));
        } catch (GovernanceException failure) {
            throw Recorded.unreachable(failure);
        }
    }
}
