package io.writ.governance;

import io.writ.evidence.Budget;
import io.writ.evidence.PolicySnapshotRef;
import java.time.Instant;

/** What a caller learns of its session. */
public record Session(
        SessionId id,
        String traceId,
        PolicySnapshotRef policySnapshot,
        Budget budget,
        Instant asOf,
        Instant expiresAt) {}
