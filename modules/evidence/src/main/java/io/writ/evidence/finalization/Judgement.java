package io.writ.evidence.finalization;

import io.writ.evidence.JudgedClaim;
import io.writ.evidence.Outcome;
import java.util.List;

/** What the gate says. */
public sealed interface Judgement {

    /**
     * All claims were judged.
     *
     * @param coverageObserved supported claims over all claims; 0 when there is none
     * @param responseText rebuilt from accepted claims only
     */
    record Judged(
            Outcome outcome,
            List<JudgedClaim> claims,
            double coverageThreshold,
            double coverageObserved,
            String responseText)
            implements Judgement {
        public Judged {
            claims = List.copyOf(claims);
        }
    }

    /** A claim cites evidence that this session never emitted; nothing was judged. */
    record Unanswerable(String message) implements Judgement {}
}
