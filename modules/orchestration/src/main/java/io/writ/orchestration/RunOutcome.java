package io.writ.orchestration;

import io.writ.evidence.Clarification;
import io.writ.evidence.EvidenceUnit;
import io.writ.governance.FinalizeOutcome;
import io.writ.governance.Refusal;
import io.writ.governance.SessionId;
import java.util.List;
import java.util.Optional;

/** How a run ended. */
public sealed interface RunOutcome {

    /**
     * The run was finalized.
     *
     * @param evidence the units read in this run, so that a reader can recompute every id
     * @param clarification set when the question was too vague to plan
     * @param partial set when some part of the question stayed unanswered
     */
    record Finished(
            SessionId session,
            String traceId,
            FinalizeOutcome.Finalized finalized,
            List<EvidenceUnit> evidence,
            Optional<Clarification> clarification,
            boolean partial)
            implements RunOutcome {
        public Finished {
            evidence = List.copyOf(evidence);
        }
    }

    /** No session, or no finalization. */
    record Refused(Refusal refusal) implements RunOutcome {}
}
