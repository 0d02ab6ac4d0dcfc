package io.writ.ledger.tree;

import io.writ.ledger.merkle.TreeHash;
import java.util.List;

/**
 * A checkpoint as it is stored.
 *
 * @param subtrees the right edge, largest first
 * @param signedMicros since 1970; information, never an ordering key
 * @param note the signed note
 */
record SignedRoot(long size, TreeHash root, List<TreeHash> subtrees, long signedMicros, String note) {
    SignedRoot {
        subtrees = List.copyOf(subtrees);
    }
}
