package io.writ.ledger.persistence;

/**
 * Where a run of a lane stands in the tree.
 *
 * @param index of its first leaf
 * @param count entries in it
 */
public record RangeRow(long index, long lane, long fromSeq, int count) {}
