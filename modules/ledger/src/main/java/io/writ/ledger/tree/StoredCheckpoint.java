package io.writ.ledger.tree;

import io.writ.ledger.merkle.RightEdge;

/**
 * The newest checkpoint as it is stored.
 *
 * @param edge the right edge of its tree
 * @param note the signed note
 */
record StoredCheckpoint(RightEdge edge, String note) {

    long size() {
        return edge.size();
    }
}
