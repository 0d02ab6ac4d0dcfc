package io.writ.governance.policy;

import java.time.Clock;
import java.util.Optional;

/** Counts what policy says. */
final class CountedDecisionPoint implements PolicyDecisionPoint {

    private final PolicyDecisionPoint policy;
    private final DecisionTally tally;
    private final Clock clock;

    CountedDecisionPoint(PolicyDecisionPoint policy, DecisionTally tally, Clock clock) {
        this.policy = policy;
        this.tally = tally;
        this.clock = clock;
    }

    @Override
    public PolicyDecision decide(PolicyRequest request) {
        PolicyDecision decision = policy.decide(request);
        tally.count(decision, clock.instant());
        return decision;
    }

    @Override
    public Optional<Hypothetical> reconsider(Provenance decided) {
        return policy.reconsider(decided);
    }

    @Override
    public PolicyStatus status() {
        return policy.status();
    }
}
