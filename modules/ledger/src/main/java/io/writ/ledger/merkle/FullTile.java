package io.writ.ledger.merkle;

import java.util.List;

/**
 * A tile that will never change again.
 *
 * @param level of tiles, 0 for leaves
 * @param hashes all 256 of them
 * @param root the hash over them
 */
public record FullTile(int level, long index, List<TreeHash> hashes, TreeHash root) {
    public FullTile {
        hashes = List.copyOf(hashes);
    }

    /** Index of the first leaf below it. */
    public long firstLeaf() {
        return index << ((level + 1) * TileAddress.HEIGHT);
    }

    /** The hashes as they are stored and served, 32 bytes each. */
    public byte[] bytes() {
        return TreeHash.bytes(hashes);
    }
}
