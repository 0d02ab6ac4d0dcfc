package io.writ.governance.gateway;

import io.writ.governance.SessionRequest;
import java.util.List;

/**
 * What a new session is counted by.
 *
 * @param session counts every session
 * @param run counts those that are opened to answer a question
 */
record OpeningDoors(Door session, Door run) {

    /** The doors of this request, the narrower one first: a run that is refused has used up no session. */
    List<Door> of(SessionRequest request) {
        return request.question().isPresent() ? List.of(run, session) : List.of(session);
    }
}
