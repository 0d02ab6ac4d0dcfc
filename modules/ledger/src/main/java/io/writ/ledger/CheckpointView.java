package io.writ.ledger;

import io.writ.evidence.Digest;

/**
 * What a checkpoint says.
 *
 * @param origin names the log
 * @param size leaves of its tree
 * @param root of its tree
 */
public record CheckpointView(String origin, long size, Digest root) {}
