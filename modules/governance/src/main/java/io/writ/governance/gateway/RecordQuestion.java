package io.writ.governance.gateway;

import io.writ.governance.Caller;
import io.writ.governance.policy.GovernedCall;
import io.writ.governance.policy.PolicyDecision;
import io.writ.governance.policy.PolicyRequest;
import io.writ.governance.transcript.PolicyTrail;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** May this principal read one record as it was hashed? It is what policy is asked about the archive. */
record RecordQuestion(Caller caller, UUID recordId, Instant now) implements GovernedCall<RecordFindings> {

    @Override
    public PolicyRequest policyRequest() {
        return new ArchiveQuestion(caller, Optional.empty(), 1, now).policyRequest();
    }

    @Override
    public RecordFindings withheld(PolicyDecision decision) {
        return new RecordFindings(Optional.empty(), PolicyTrail.of(decision));
    }
}
