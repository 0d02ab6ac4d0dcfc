package io.writ.governance;

/** A session and the secret that opens it. */
public record SessionAccess(SessionId session, SessionToken token) {}
