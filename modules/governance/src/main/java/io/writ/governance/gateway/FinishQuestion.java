package io.writ.governance.gateway;

import io.writ.evidence.Label;
import io.writ.governance.Caller;
import io.writ.governance.Submission;
import io.writ.governance.policy.GovernedCall;
import io.writ.governance.policy.PolicyAction;
import io.writ.governance.policy.PolicyDecision;
import io.writ.governance.policy.PolicyRequest;
import io.writ.governance.session.LiveSession;
import io.writ.governance.transcript.PolicyTrail;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * May this principal have the answer of its run, having read what it has read?
 *
 * @param runLabel join of everything the session has touched, as far as policy is told
 */
record FinishQuestion(Caller caller, LiveSession session, Label runLabel, Submission submission, Instant now)
        implements GovernedCall<Conclusion> {

    @Override
    public PolicyRequest policyRequest() {
        return new PolicyRequest(
                PolicyAction.FINALIZE,
                caller.principal(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                runLabel,
                session.facts().purpose(),
                session.facts().asOf(),
                now,
                JsonValue.EMPTY_JSON_OBJECT);
    }

    @Override
    public Conclusion withheld(PolicyDecision decision) {
        return new Conclusion.Withheld(Withholding.of(decision), PolicyTrail.of(decision));
    }
}
