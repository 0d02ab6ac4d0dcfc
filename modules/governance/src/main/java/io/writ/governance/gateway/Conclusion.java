package io.writ.governance.gateway;

import io.writ.evidence.finalization.Judgement;
import io.writ.governance.transcript.PolicyTrail;

/** What a submission brought, before it is recorded. */
sealed interface Conclusion {

    /** The gate has judged every claim. */
    record Judged(Judgement.Judged judgement, PolicyTrail trail) implements Conclusion {}

    /** The session stays open, and why. */
    record Withheld(Objection objection, PolicyTrail trail) implements Conclusion {}
}
