package io.writ.governance;

/** The answer to a session request. */
public sealed interface Opening {

    /** The session is open; the token is shown this once. */
    record Opened(Session session, SessionToken token) implements Opening {}

    /** No session. */
    record Refused(Refusal refusal) implements Opening {}
}
