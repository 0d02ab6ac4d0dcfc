package io.writ.governance.policy;

import io.writ.governance.policy.engine.PolicyFailure;
import java.io.Serial;

/** Ends the reading of an answer that cannot be trusted; never leaves {@link DecisionReader}. */
final class UnusableAnswer extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final PolicyFailure failure;

    UnusableAnswer(PolicyFailure failure, String what) {
        super(what, null, false, false);
        this.failure = failure;
    }

    PolicyFailure failure() {
        return failure;
    }
}
