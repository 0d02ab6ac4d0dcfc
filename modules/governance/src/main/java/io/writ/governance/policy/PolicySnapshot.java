package io.writ.governance.policy;

import io.writ.evidence.Digest;
import java.time.Instant;

/** What is loaded, or why nothing is. */
sealed interface PolicySnapshot {

    /**
     * A policy that answers.
     *
     * @param revision rule set and the start of the source digest, as built
     * @param bundle SHA-256 over exactly what was loaded
     */
    record Loaded(PolicyEngine engine, String revision, Digest bundle, Instant loadedAt) implements PolicySnapshot {}

    /** No policy: every question is answered with {@code policy.unavailable}. */
    record Missing(String problem, Instant triedAt) implements PolicySnapshot {}
}
