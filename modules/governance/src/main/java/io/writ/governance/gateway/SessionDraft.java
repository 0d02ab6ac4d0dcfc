package io.writ.governance.gateway;

import io.writ.governance.SessionToken;
import io.writ.governance.persistence.NewSession;
import io.writ.governance.persistence.PersonalValue;
import io.writ.governance.transcript.PolicyTrail;
import java.util.List;

/** What a wish for a session brought, before it is recorded. */
sealed interface SessionDraft {

    PolicyTrail trail();

    /** A session that exists once it is recorded. */
    record Drafted(NewSession session, SessionToken token, List<PersonalValue> personal, PolicyTrail trail)
            implements SessionDraft {
        public Drafted {
            personal = List.copyOf(personal);
        }
    }

    /** No session, and why. */
    record Withheld(Objection objection, PolicyTrail trail) implements SessionDraft {}
}
