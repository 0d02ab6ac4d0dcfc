package io.writ.governance.gateway;

import io.writ.governance.Caller;
import io.writ.governance.policy.GovernedCall;
import io.writ.governance.policy.PolicyDecision;
import io.writ.governance.policy.PolicyRequest;
import io.writ.governance.transcript.PolicyTrail;
import java.time.Instant;
import java.util.Optional;

/** May this principal work on the recorded decisions of the whole tenant? It is what policy is asked about the archive. */
record BacktestQuestion(Caller caller, Instant now) implements GovernedCall<BacktestPermission> {

    @Override
    public PolicyRequest policyRequest() {
        return new ArchiveQuestion(caller, Optional.empty(), 1, now).policyRequest();
    }

    @Override
    public BacktestPermission withheld(PolicyDecision decision) {
        return new BacktestPermission.Withheld(Withholding.of(decision), PolicyTrail.of(decision));
    }
}
