package io.writ.governance.desk;

import io.writ.governance.DecisionView;
import io.writ.governance.Grounds;
import io.writ.governance.Refusal;
import io.writ.governance.RefusalReason;
import io.writ.governance.policy.PolicyDecision;
import io.writ.governance.redaction.Redaction;
import jakarta.json.JsonObject;
import java.util.Optional;

/** Policy decisions as somebody sees them who only asked what would be. They have no record, so they have no id. */
final class SimulatedDecisions {

    private static final String UNSUPPORTED = "obligation.unsupported";

    private SimulatedDecisions() {}

    static DecisionView view(PolicyDecision.Allow allow, Optional<JsonObject> narrowing, Grounds grounds) {
        return new DecisionView(
                Optional.empty(),
                true,
                allow.cacheable(),
                allow.reason(),
                Redaction.wireForm(allow.obligations().fields()),
                narrowing,
                allow.rules(),
                allow.provenance().revision(),
                grounds);
    }

    static DecisionView view(PolicyDecision.Deny deny, Grounds grounds) {
        return new DecisionView(
                Optional.empty(),
                false,
                false,
                deny.reason(),
                Optional.empty(),
                Optional.empty(),
                deny.rules(),
                deny.provenance().revision(),
                grounds);
    }

    static Refusal refusal(PolicyDecision.Undecided undecided) {
        return undecided.reason().equals(UNSUPPORTED)
                ? Refusal.of(
                        RefusalReason.OBLIGATION_UNSUPPORTED,
                        "policy obliges to something that cannot be carried out; the policy must be corrected")
                : Refusal.of(
                        RefusalReason.POLICY_UNAVAILABLE,
                        "policy gave no usable answer (" + undecided.reason() + "); try again later");
    }
}
