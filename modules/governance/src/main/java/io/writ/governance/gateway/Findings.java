package io.writ.governance.gateway;

import io.writ.governance.redaction.Release;
import io.writ.governance.transcript.PolicyTrail;

/** What an operator call brought, before it is recorded. */
sealed interface Findings {

    PolicyTrail trail();

    /** Something that may be released once it is recorded. */
    record Found(Release.Released release, PolicyTrail trail) implements Findings {}

    /** Nothing, and why. */
    record Nothing(Objection objection, PolicyTrail trail) implements Findings {}
}
