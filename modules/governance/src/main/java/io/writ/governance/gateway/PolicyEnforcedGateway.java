package io.writ.governance.gateway;

import io.writ.governance.Caller;
import io.writ.governance.FinalizeOutcome;
import io.writ.governance.Gateway;
import io.writ.governance.Opening;
import io.writ.governance.OperatorCall;
import io.writ.governance.OperatorOutcome;
import io.writ.governance.SessionAccess;
import io.writ.governance.SessionRequest;
import io.writ.governance.Submission;

/** The three things a caller can do, each a row of stages. */
final class PolicyEnforcedGateway implements Gateway {

    private final SessionOpenings openings;
    private final OperatorCalls calls;
    private final Finalizations finalizations;

    PolicyEnforcedGateway(SessionOpenings openings, OperatorCalls calls, Finalizations finalizations) {
        this.openings = openings;
        this.calls = calls;
        this.finalizations = finalizations;
    }

    @Override
    public Opening open(Caller caller, SessionRequest request) {
        return openings.open(caller, request);
    }

    @Override
    public OperatorOutcome call(Caller caller, SessionAccess access, OperatorCall call) {
        return calls.call(caller, access, call);
    }

    @Override
    public FinalizeOutcome finish(Caller caller, SessionAccess access, Submission submission) {
        return finalizations.finish(caller, access, submission);
    }
}
