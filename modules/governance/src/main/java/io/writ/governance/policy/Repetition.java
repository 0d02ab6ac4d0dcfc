package io.writ.governance.policy;

import io.writ.governance.policy.bundle.PolicySnapshot;
import io.writ.governance.policy.engine.PolicyFailure;
import jakarta.json.JsonObject;

/**
 * Asks a policy a question that was asked before, outside of any call: for replay and backtest. The answer is read by
 * the rules by which a real one is, and nobody acts on it.
 */
public final class Repetition {

    private Repetition() {}

    /**
     * What this policy says. An evaluation that ran out of its budget is repeated once: time is a property of the
     * machine, and a busy one must not be taken for a difference between policies.
     */
    public static PolicyDecision of(PolicySnapshot.Loaded policy, JsonObject input) {
        PolicyDecision decision = SnapshotDecisionPoint.ask(policy, input);
        boolean cutShort = decision instanceof PolicyDecision.Undecided
                && decision.reason().equals(PolicyFailure.BUDGET.code());
        return cutShort ? SnapshotDecisionPoint.ask(policy, input) : decision;
    }
}
