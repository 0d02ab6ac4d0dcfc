package io.writ.governance.gateway;

import io.writ.evidence.Label;
import io.writ.governance.Caller;
import io.writ.governance.SessionId;
import io.writ.governance.policy.GovernedCall;
import io.writ.governance.policy.PolicyAction;
import io.writ.governance.policy.PolicyDecision;
import io.writ.governance.policy.PolicyRequest;
import io.writ.governance.transcript.PolicyTrail;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * May this principal look at recorded runs?
 *
 * @param session one run, or the newest ones when absent
 * @param limit how many of the newest
 */
record ArchiveQuestion(Caller caller, Optional<SessionId> session, int limit, Instant now)
        implements GovernedCall<ArchiveFindings> {

    @Override
    public PolicyRequest policyRequest() {
        return new PolicyRequest(
                PolicyAction.READ_ARCHIVE,
                caller.principal(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Label.NONE,
                Optional.empty(),
                now,
                now,
                JsonValue.EMPTY_JSON_OBJECT);
    }

    @Override
    public ArchiveFindings withheld(PolicyDecision decision) {
        return ArchiveFindings.none(PolicyTrail.of(decision));
    }
}
