package io.writ.governance.policy.bundle;

import io.writ.evidence.Digest;
import io.writ.governance.policy.engine.PolicyEngine;
import io.writ.governance.policy.engine.PolicyFailure;
import java.time.Instant;

/** What is in force, or why nothing is. A decision is made by exactly one of these: policy and data never mix. */
public sealed interface PolicySnapshot {

    /**
     * A policy that answers.
     *
     * @param revision rule set and the start of the source digest, as built
     * @param bundle SHA-256 over exactly what was loaded
     */
    record Loaded(PolicyEngine engine, String revision, Digest bundle, Instant loadedAt) implements PolicySnapshot {}

    /**
     * No policy that may answer.
     *
     * @param failure what every question is answered with
     * @param problem for an operator
     */
    record Unusable(PolicyFailure failure, String problem, Instant since) implements PolicySnapshot {}
}
