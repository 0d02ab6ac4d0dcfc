package io.writ.ledger.persistence;

import io.writ.evidence.Digest;

/**
 * A stored checkpoint.
 *
 * @param note the signed note
 */
public record CheckpointRow(long size, Digest root, String note) {}
