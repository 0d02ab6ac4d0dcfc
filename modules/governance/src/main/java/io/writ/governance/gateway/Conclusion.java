package io.writ.governance.gateway;

import io.writ.evidence.Digest;
import io.writ.evidence.finalization.Judgement;
import io.writ.governance.transcript.PolicyTrail;

/** What a submission brought, before it is recorded. */
sealed interface Conclusion {

    /** The gate has judged every claim. */
    record Judged(Judgement.Judged judgement, Digest citedEvidence, PolicyTrail trail) implements Conclusion {}

    /** What the record of a finalization commits to beside the verdicts. */
    record Digests(Digest answer, Digest claimMap, Digest evidence) {}

    /** The session stays open, and why. */
    record Withheld(Objection objection, PolicyTrail trail) implements Conclusion {}
}
