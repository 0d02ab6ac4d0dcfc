package io.writ.orchestration.schedule;

import io.writ.governance.OperatorOutcome;
import io.writ.governance.Refusal;

/** What became of one call. */
public sealed interface Reply {

    /** The gateway released data. */
    record Answered(OperatorOutcome.Answered answer) implements Reply {}

    /** The gateway refused. */
    record Refused(Refusal refusal) implements Reply {}

    /** No call was made, or its answer did not arrive in time. */
    record NotMade(StopReason reason) implements Reply {}
}
