package io.writ.governance.gateway;

import io.writ.governance.session.LiveSession;
import io.writ.governance.session.SessionFacts;
import java.util.Optional;

/** What the first stage says. */
sealed interface Admission {

    /** The session is the caller's, and open. */
    record Admitted(LiveSession session) implements Admission {}

    /**
     * The call ends here.
     *
     * @param session the session it named, if there is one in the caller's tenant
     * @param recorded whether this refusal is worth a record; repeated ones within a rate window are not
     */
    record TurnedAway(Objection objection, Optional<SessionFacts> session, boolean recorded) implements Admission {}
}
