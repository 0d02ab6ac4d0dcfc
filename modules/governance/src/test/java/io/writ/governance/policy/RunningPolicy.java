package io.writ.governance.policy;

import io.writ.evidence.Digest;
import io.writ.governance.PolicyConfig;
import io.writ.governance.policy.bundle.Activation;
import io.writ.governance.policy.bundle.ActivationEvent;
import io.writ.governance.policy.bundle.ActivationJournal;
import io.writ.governance.policy.bundle.BundleUpkeep;
import io.writ.governance.policy.bundle.Upkeep;
import io.writ.governance.policy.engine.PlanEngine;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The packaged policy, brought into force as a server does it, with a journal that forgets. */
public record RunningPolicy(PolicyDecisionPoint point, Upkeep upkeep, DecisionTally tally) {

    public static RunningPolicy packaged(PolicyConfig config) {
        Clock clock = Clock.fixed(Asking.NOW, ZoneOffset.UTC);
        Upkeep upkeep = BundleUpkeep.begin(config, PlanEngine::of, new Forgetful(), List.of(), clock);
        DecisionTally tally = new DecisionTally();
        return new RunningPolicy(
                new CountedDecisionPoint(new SnapshotDecisionPoint(upkeep.live()), tally, clock), upkeep, tally);
    }

    /** One question, which is denied. */
    public void ask() {
        point.decide(Asking.opening(Asking.principal()));
    }

    /** The same permission without any field hidden. */
    public static PolicyDecision.Allow withoutObligations(PolicyDecision.Allow allow) {
        return new PolicyDecision.Allow(
                allow.reason(), allow.cacheable(), Obligations.NONE, allow.items(), allow.rules(), allow.provenance());
    }

    private static final class Forgetful implements ActivationJournal {

        @Override
        public boolean record(ActivationEvent event) {
            return true;
        }

        @Override
        public Optional<Activation> newest() {
            return Optional.empty();
        }

        @Override
        public boolean hasActivated(Digest bundle) {
            return false;
        }
    }
}
