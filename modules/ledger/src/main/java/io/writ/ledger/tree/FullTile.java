package io.writ.ledger.tree;

import io.writ.ledger.merkle.TreeHash;
import java.util.List;

/**
 * A tile that will never change again.
 *
 * @param level of tiles, 0 for leaves
 * @param hashes all 256 of them
 * @param root the hash over them
 */
record FullTile(int level, long index, List<TreeHash> hashes, TreeHash root) {
    FullTile {
        hashes = List.copyOf(hashes);
    }
}
