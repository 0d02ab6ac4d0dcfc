package io.writ.governance.gateway;

import io.writ.governance.RefusalReason;
import io.writ.governance.policy.PolicyDecision;

/** From an answer of policy that is not an Allow to the objection it means. */
final class Withholding {

    private static final String UNSUPPORTED = "obligation.unsupported";
    private static final String INPUT_INVALID = "input.invalid";

    private Withholding() {}

    static Objection of(PolicyDecision decision) {
        return switch (decision) {
            case PolicyDecision.Deny deny
            when deny.reason().equals(UNSUPPORTED) ->
                Objection.of(
                        RefusalReason.POLICY_DENIED,
                        "policy permits this only with an approval (" + UNSUPPORTED + ": approval), which nobody can"
                                + " give in this version; ask for less, or for another purpose");
            case PolicyDecision.Deny deny ->
                Objection.of(
                        RefusalReason.POLICY_DENIED,
                        "policy denied this (" + deny.reason() + "); ask for access, or ask for less");
            case PolicyDecision.Undecided undecided -> undecided(undecided.reason());
            case PolicyDecision.Allow _ ->
                Objection.of(RefusalReason.INTERNAL, "policy allowed this, but it was withheld; report it");
        };
    }

    private static Objection undecided(String reason) {
        return switch (reason) {
            case UNSUPPORTED ->
                Objection.of(
                        RefusalReason.OBLIGATION_UNSUPPORTED,
                        "policy obliges to something that cannot be carried out; the policy must be corrected");
            case INPUT_INVALID ->
                Objection.of(RefusalReason.INTERNAL, "this cannot be put to policy as it is; report it");
            default ->
                Objection.of(
                        RefusalReason.POLICY_UNAVAILABLE, "policy gave no usable answer (" + reason + "); try later");
        };
    }
}
