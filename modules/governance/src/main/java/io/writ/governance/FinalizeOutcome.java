package io.writ.governance;

import io.writ.evidence.ClaimMap;
import io.writ.evidence.JudgedClaim;
import io.writ.evidence.Outcome;
import java.util.List;

/** The answer to a submission. */
public sealed interface FinalizeOutcome {

    /**
     * The session is closed with this outcome.
     *
     * @param traceId of the session, which is not that of the request that closed it
     * @param submitted what the caller handed in
     * @param claims all claims, judged, in the order of submission
     * @param coverageObserved share of all claims that are supported, 0 to 1
     * @param responseText rebuilt from accepted claims only
     */
    record Finalized(
            String traceId,
            Outcome outcome,
            ClaimMap submitted,
            List<JudgedClaim> claims,
            double coverageThreshold,
            double coverageObserved,
            String responseText)
            implements FinalizeOutcome {
        public Finalized {
            claims = List.copyOf(claims);
        }
    }

    /** The session stays as it was. */
    record Refused(Refusal refusal) implements FinalizeOutcome {}
}
