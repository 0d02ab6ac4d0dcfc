package io.writ.governance;

/** What the session has used after this call. */
public record SpentView(int operatorCalls, long bytes) {}
