package io.writ.governance.redaction;

import io.writ.evidence.PolicySnapshotRef;
import java.time.Instant;

/**
 * What the session adds to a reading before it becomes evidence.
 *
 * @param asOf the moment the session reads for, second precision; units of documents carry it
 * @param policySnapshot the snapshot that evidence ids are bound to
 */
public record ReleaseContext(Instant asOf, PolicySnapshotRef policySnapshot) {}
