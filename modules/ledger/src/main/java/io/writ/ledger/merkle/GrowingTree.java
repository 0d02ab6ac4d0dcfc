package io.writ.ledger.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * The tree in the sequencer's memory: its right edge, and the hashes of the tiles that are not full yet. At one million
 * leaves that is less than a thousand hashes. Not thread-safe.
 */
public final class GrowingTree {

    private final RightEdge edge;
    private final List<List<TreeHash>> unfinished;
    private final List<FullTile> finished = new ArrayList<>();

    /**
     * Goes on where another sequencer stopped.
     *
     * @param unfinished for each level of tiles, the hashes of the tile that is not full yet
     */
    public GrowingTree(RightEdge edge, List<List<TreeHash>> unfinished) {
        this.edge = edge;
        this.unfinished = new ArrayList<>();
        unfinished.forEach(tile -> this.unfinished.add(new ArrayList<>(tile)));
    }

    public static GrowingTree empty() {
        return new GrowingTree(RightEdge.empty(), List.of());
    }

    public void append(TreeHash leaf) {
        edge.append(leaf, this::completed);
    }

    public long size() {
        return edge.size();
    }

    public TreeHash root() {
        return edge.root();
    }

    public List<TreeHash> subtrees() {
        return edge.subtrees();
    }

    /** The tiles that became full since this was last asked. */
    public List<FullTile> takeFinished() {
        List<FullTile> taken = List.copyOf(finished);
        finished.clear();
        return taken;
    }

    private void completed(int level, long index, TreeHash hash) {
        if (level % TileAddress.HEIGHT != 0) {
            return;
        }
        int tiles = level / TileAddress.HEIGHT;
        if (tiles > 0) {
            // The edge reports smaller subtrees first, so the tile below has just received its last hash.
            List<TreeHash> full = unfinished.get(tiles - 1);
            finished.add(new FullTile(tiles - 1, index, full, hash));
            full.clear();
        }
        while (unfinished.size() <= tiles) {
            unfinished.add(new ArrayList<>());
        }
        unfinished.get(tiles).add(hash);
    }
}
