package io.writ.ledger.persistence;

import io.writ.evidence.Digest;
import java.util.UUID;

/**
 * A lane that is not sealed, and its end.
 *
 * @param lastSeq 0 when it is empty
 * @param lastEntry hash of the last entry, or the genesis
 */
public record OpenLane(long lane, UUID bootId, String nodeId, long lastSeq, Digest lastEntry) {}
