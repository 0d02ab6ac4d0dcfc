package io.writ.governance.gateway;

import io.writ.evidence.Label;
import io.writ.governance.Caller;
import io.writ.governance.SessionRequest;
import io.writ.governance.policy.GovernedCall;
import io.writ.governance.policy.PolicyAction;
import io.writ.governance.policy.PolicyDecision;
import io.writ.governance.policy.PolicyRequest;
import io.writ.governance.transcript.PolicyTrail;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** May this principal open a session? */
record SessionWish(Caller caller, SessionRequest request, Instant now) implements GovernedCall<SessionDraft> {

    /** The moment the session will read at: as asked, or the second of its creation. */
    Instant asOf() {
        return request.asOf().orElse(now).truncatedTo(ChronoUnit.SECONDS);
    }

    @Override
    public PolicyRequest policyRequest() {
        return new PolicyRequest(
                PolicyAction.CREATE_SESSION,
                caller.principal(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Label.NONE,
                request.purpose(),
                asOf(),
                now,
                JsonValue.EMPTY_JSON_OBJECT);
    }

    @Override
    public SessionDraft withheld(PolicyDecision decision) {
        return new SessionDraft.Withheld(Withholding.of(decision), PolicyTrail.of(decision));
    }
}
