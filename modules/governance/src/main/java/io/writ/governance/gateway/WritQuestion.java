package io.writ.governance.gateway;

import io.writ.governance.Caller;
import io.writ.governance.SessionId;
import io.writ.governance.policy.GovernedCall;
import io.writ.governance.policy.PolicyDecision;
import io.writ.governance.policy.PolicyRequest;
import io.writ.governance.transcript.PolicyTrail;
import java.time.Instant;
import java.util.Optional;

/** May this principal take a recorded run away with it? Whoever may look at a run may. */
record WritQuestion(Caller caller, SessionId session, Instant now) implements GovernedCall<WritFindings> {

    @Override
    public PolicyRequest policyRequest() {
        return new ArchiveQuestion(caller, Optional.of(session), 1, now).policyRequest();
    }

    @Override
    public WritFindings withheld(PolicyDecision decision) {
        return new WritFindings(Optional.empty(), PolicyTrail.of(decision));
    }
}
