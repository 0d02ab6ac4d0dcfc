package io.writ.evidence.finalization;

import io.writ.evidence.ClaimMap;
import io.writ.evidence.EvidenceUnit;
import java.util.Collection;

/** Judges claims against the units a session emitted. */
public interface ClaimGate {

    /**
     * Judges every claim.
     *
     * @param emitted every unit the session was allowed to see
     * @param overspent whether the session used more than its budget
     */
    Judgement judge(ClaimMap submitted, Collection<EvidenceUnit> emitted, boolean overspent);
}
