package io.writ.governance.gateway;

import io.writ.governance.DecisionView;
import io.writ.governance.Grounds;
import io.writ.governance.policy.PolicyDecision;
import io.writ.governance.redaction.Redaction;
import io.writ.governance.transcript.PolicyTrail;
import java.util.Optional;
import java.util.UUID;

/** What a caller may see of a policy trail. */
final class DecisionViews {

    private DecisionViews() {}

    /** The decision that settled the call; empty when policy was not asked. */
    static Optional<DecisionView> of(PolicyTrail trail, UUID id) {
        return trail.decisive().map(decision -> view(decision, trail, id));
    }

    private static DecisionView view(PolicyDecision decision, PolicyTrail trail, UUID id) {
        return switch (decision) {
            case PolicyDecision.Allow allow ->
                new DecisionView(
                        Optional.of(id.toString()),
                        true,
                        allow.cacheable(),
                        allow.reason(),
                        Redaction.wireForm(allow.obligations().fields()),
                        allow.obligations().narrowing(),
                        trail.rules(),
                        allow.provenance().revision(),
                        Grounds.of(allow.provenance().explanation()));
            case PolicyDecision.Deny _, PolicyDecision.Undecided _ ->
                new DecisionView(
                        Optional.of(id.toString()),
                        false,
                        false,
                        decision.reason(),
                        Optional.empty(),
                        Optional.empty(),
                        trail.rules(),
                        decision.provenance().revision(),
                        trail.told().orElse(Grounds.UNASKED));
        };
    }
}
