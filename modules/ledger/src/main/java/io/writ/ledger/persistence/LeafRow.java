package io.writ.ledger.persistence;

import io.writ.evidence.Digest;

/**
 * An entry with its place in the tree.
 *
 * @param index of the leaf
 * @param entry the hash that the leaf is made of
 */
public record LeafRow(long index, long lane, long seq, Digest entry) {}
