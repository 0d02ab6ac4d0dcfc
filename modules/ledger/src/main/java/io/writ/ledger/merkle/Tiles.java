package io.writ.ledger.merkle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Subtrees of a tree that is kept as tiles. Each tile is read once, and the hashes between two tile levels are computed.
 * Not thread-safe; one for all proofs of one tree size.
 */
public final class Tiles implements Subtrees {

    private final long size;
    private final Function<TileAddress, byte[]> source;
    private final Map<TileAddress, List<TreeHash>> read = new HashMap<>();

    /**
     * A tree of this size.
     *
     * @param source reads a tile: 32 bytes per hash, as many hashes as its address says
     */
    public Tiles(long size, Function<TileAddress, byte[]> source) {
        this.size = size;
        this.source = source;
    }

    @Override
    public TreeHash perfect(int level, long index) {
        if (level < 0 || index < 0 || index >= size >> level) {
            throw new IllegalArgumentException("a tree of " + size + " leaves has no node " + level + "/" + index);
        }
        int inside = level % TileAddress.HEIGHT;
        long first = index << inside;
        List<TreeHash> tile = tile(TileAddress.holding(level / TileAddress.HEIGHT, first, size));
        int from = (int) (first % TileAddress.FULL_WIDTH);
        return fold(tile.subList(from, from + (1 << inside)));
    }

    private List<TreeHash> tile(TileAddress address) {
        return read.computeIfAbsent(address, this::hashes);
    }

    private List<TreeHash> hashes(TileAddress address) {
        byte[] bytes = source.apply(address);
        if (bytes.length != address.width() * TreeHash.LENGTH) {
            throw new IllegalArgumentException("tile " + address.path() + " has " + bytes.length + " bytes");
        }
        List<TreeHash> hashes = new ArrayList<>(address.width());
        for (int from = 0; from < bytes.length; from += TreeHash.LENGTH) {
            hashes.add(TreeHash.ofRaw(bytes, from, TreeHash.LENGTH));
        }
        return hashes;
    }

    private static TreeHash fold(List<TreeHash> hashes) {
        List<TreeHash> row = hashes;
        while (row.size() > 1) {
            List<TreeHash> above = new ArrayList<>(row.size() / 2);
            for (int i = 0; i < row.size(); i += 2) {
                above.add(TreeHash.node(row.get(i), row.get(i + 1)));
            }
            row = above;
        }
        return row.getFirst();
    }
}
