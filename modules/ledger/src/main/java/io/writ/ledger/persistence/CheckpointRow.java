package io.writ.ledger.persistence;

import io.writ.evidence.Digest;

/**
 * A stored checkpoint.
 *
 * @param edge digest of the stored right edge
 * @param note the signed note
 */
public record CheckpointRow(long size, Digest root, Digest edge, String note) {}
