package io.writ.orchestration;

import io.writ.governance.Caller;

/** Answers questions through the gateway. */
public interface Runs {

    /** Plans, reads, phrases claims and has them finalized. */
    RunOutcome run(Caller caller, Question question);
}
