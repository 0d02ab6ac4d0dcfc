package io.writ.app.rest;

import io.writ.app.json.JsonMembers;
import io.writ.governance.SessionId;

/** The member {@code session_id}. */
final class SessionMember {

    private static final String NAME = "session_id";

    private SessionMember() {}

    static SessionId in(JsonMembers body) {
        try {
            return new SessionId(body.text(NAME));
        } catch (IllegalArgumentException malformed) {
            throw body.wrong(NAME, "must be the session_id that POST /v1/sessions returned");
        }
    }
}
