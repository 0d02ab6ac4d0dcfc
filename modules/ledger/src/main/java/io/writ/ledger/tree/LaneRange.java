package io.writ.ledger.tree;

/**
 * Where a contiguous run of a lane stands in the tree.
 *
 * @param fromSeq first entry of the run
 * @param count entries of the run
 * @param treeIndex of the first one
 */
record LaneRange(long lane, long fromSeq, int count, long treeIndex) {}
