package io.writ.governance.session;

import io.writ.evidence.Budget;
import io.writ.evidence.Digest;
import io.writ.evidence.PolicySnapshotRef;
import io.writ.governance.PrincipalId;
import io.writ.governance.Session;
import java.time.Instant;
import java.util.Optional;

/**
 * What is fixed when a session opens.
 *
 * @param principalCommitment stands for the principal in every record of the session
 * @param tokenDigest SHA-256 of the token; the token itself is kept nowhere
 */
public record SessionFacts(
        SessionKey key,
        String traceId,
        PrincipalId principal,
        Digest principalCommitment,
        Digest tokenDigest,
        Instant createdAt,
        Instant expiresAt,
        Instant asOf,
        PolicySnapshotRef snapshot,
        Budget budget,
        Optional<String> purpose) {

    public boolean isExpired(Instant now) {
        return now.isAfter(expiresAt);
    }

    /** What the caller learns of it. */
    public Session view() {
        return new Session(key.session(), traceId, snapshot, budget, asOf, expiresAt);
    }
}
