package io.writ.governance.policy;

import io.writ.governance.BackgroundThreads;
import io.writ.governance.GovernanceConfig;
import io.writ.governance.policy.backtest.report.BacktestedBundles;
import io.writ.governance.policy.bundle.ActivationCheck;
import io.writ.governance.policy.bundle.ActivationJournal;
import io.writ.governance.policy.bundle.BundleUpkeep;
import io.writ.governance.policy.bundle.BundleWatch;
import io.writ.governance.policy.bundle.Upkeep;
import io.writ.governance.policy.engine.EngineFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings a policy into force and keeps it up. A policy that cannot be used does not stop the start: everything is denied
 * then. One that the configuration forbids does.
 */
@Dependent
class PolicyWiring {

    @Produces
    @Singleton
    static Upkeep upkeep(
            GovernanceConfig config,
            EngineFactory engines,
            ActivationJournal journal,
            List<ActivationCheck> checks,
            Clock clock) {
        return BundleUpkeep.begin(config.policy(), engines, journal, checks, clock);
    }

    /** What must hold before a bundle comes into force, besides trust, no rollback and its own canaries. */
    @Produces
    @Singleton
    static List<ActivationCheck> checks(GovernanceConfig config, ActivationJournal journal, Clock clock) {
        List<ActivationCheck> checks = new ArrayList<>();
        checks.add(new LoadTimeProof());
        config.policy()
                .trust()
                .reportKeys()
                .map(keys -> BacktestedBundles.trusting(keys, journal, clock))
                .ifPresent(checks::add);
        return List.copyOf(checks);
    }

    @Produces
    @Singleton
    static DecisionTally tally() {
        return new DecisionTally();
    }

    @Produces
    @ApplicationScoped
    static PolicyDecisionPoint decisionPoint(Upkeep upkeep, DecisionTally tally, Clock clock) {
        return new CountedDecisionPoint(new SnapshotDecisionPoint(upkeep.live()), tally, clock);
    }

    @Produces
    @Singleton
    static BundleWatch watch(GovernanceConfig config, Upkeep upkeep, BackgroundThreads threads) {
        return BundleUpkeep.watch(config.policy(), upkeep, threads.factory());
    }

    static void end(@Disposes BundleWatch watch) {
        watch.close();
    }

    void begin(@Observes Startup startup, BundleWatch watch) {
        watch.start();
    }
}
