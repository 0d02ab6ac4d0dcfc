package io.writ.governance.policy;

/** Policy's word on one item. */
public record ItemDecision(boolean allow, String reason) {}
