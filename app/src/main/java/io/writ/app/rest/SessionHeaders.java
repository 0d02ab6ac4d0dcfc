package io.writ.app.rest;

import io.writ.governance.Refusal;
import io.writ.governance.RefusalReason;
import io.writ.governance.SessionToken;
import jakarta.ws.rs.core.HttpHeaders;

/** The header that carries a session's secret. */
final class SessionHeaders {

    static final String TOKEN = "x-pecr-session-token";

    private SessionHeaders() {}

    /** Asked for before the body is read, as PECR's clients expect. */
    static SessionToken token(HttpHeaders headers) {
        String sent = headers.getHeaderString(TOKEN);
        if (sent == null || sent.isBlank()) {
            throw JsonAnswer.refused(Refusal.of(RefusalReason.TOKEN_MISSING, "The header " + TOKEN + " is missing."));
        }
        try {
            return new SessionToken(sent.strip());
        } catch (IllegalArgumentException malformed) {
            throw JsonAnswer.refused(
                    Refusal.of(RefusalReason.TOKEN_INVALID, "The session token is invalid or expired."));
        }
    }
}
