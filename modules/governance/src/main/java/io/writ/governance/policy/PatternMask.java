package io.writ.governance.policy;

/** A linear-time (RE2) pattern whose matches in text are replaced. */
public record PatternMask(String name, String regex, String replacement) {}
