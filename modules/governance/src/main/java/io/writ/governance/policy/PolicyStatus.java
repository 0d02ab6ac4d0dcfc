package io.writ.governance.policy;

import io.writ.evidence.Digest;
import java.time.Instant;
import java.util.Optional;

/**
 * The policy in force.
 *
 * @param bundle SHA-256 of what is loaded; goes into every policy snapshot
 */
public record PolicyStatus(
        String engine, String revision, Digest bundle, Instant loadedAt, boolean usable, Optional<String> lastError) {

    /** The same policy, loaded and at the moment answered by nobody. */
    PolicyStatus hindered(String problem) {
        return new PolicyStatus(engine, revision, bundle, loadedAt, false, Optional.of(problem));
    }
}
