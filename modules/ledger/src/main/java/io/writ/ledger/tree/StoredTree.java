package io.writ.ledger.tree;

import io.writ.ledger.merkle.GrowingTree;
import io.writ.ledger.merkle.RightEdge;
import io.writ.ledger.merkle.TileAddress;
import io.writ.ledger.merkle.TreeHash;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tree as it is stored, read for going on with it. */
final class StoredTree {

    private final Connection connection;

    StoredTree(Connection connection) {
        this.connection = connection;
    }

    /** The tree at its newest checkpoint. Reads a bounded number of rows, however large the tree is. */
    GrowingTree resumed(Optional<StoredCheckpoint> newest) throws SQLException {
        if (newest.isEmpty()) {
            return GrowingTree.empty();
        }
        long size = newest.get().size();
        List<List<TreeHash>> unfinished = new ArrayList<>();
        for (int level = 0; size >> (level * TileAddress.HEIGHT) > 0; level++) {
            unfinished.add(level == 0 ? newestLeaves(size) : newestTileRoots(level, size));
        }
        return new GrowingTree(newest.get().edge(), unfinished);
    }

    Optional<StoredCheckpoint> newest() throws SQLException {
        String sql = "select size, edge, note from writ.tree_checkpoint order by size desc limit 1";
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            return rows.next()
                    ? Optional.of(new StoredCheckpoint(
                            new RightEdge(rows.getLong(1), hashes(rows.getBytes(2))), rows.getString(3)))
                    : Optional.empty();
        }
    }

    /** The leaves behind the last full tile. */
    List<TreeHash> newestLeaves(long size) throws SQLException {
        return leaves(size - size % TileAddress.FULL_WIDTH, size);
    }

    /** Leaves by tree index, at most a tile of them. */
    List<TreeHash> leaves(long from, long to) throws SQLException {
        return entryHashes(from, to).stream().map(TreeHash::leaf).toList();
    }

    /** What leaves are made of, by tree index, at most a tile of them. */
    List<byte[]> entryHashes(long from, long to) throws SQLException {
        // Exactly the ranges that reach into the window, and of them exactly its entries: a range may be a whole cycle.
        String sql = """
                select e.entry_hash
                from (select lane, from_seq, n, tree_index from writ.tree_range
                      where tree_index < ?
                        and tree_index >= coalesce((select max(tree_index) from writ.tree_range
                                                    where tree_index <= ?), 0)) r
                join writ.ledger_entry e on e.lane = r.lane
                 and e.seq >= r.from_seq + greatest(? - r.tree_index, 0)
                 and e.seq < r.from_seq + least(r.n, ? - r.tree_index)
                order by r.tree_index + e.seq - r.from_seq""";
        List<byte[]> entries = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, to);
            query.setLong(2, from);
            query.setLong(3, from);
            query.setLong(4, to);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    entries.add(rows.getBytes(1));
                }
            }
        }
        if (entries.size() != to - from) {
            throw new TreeBrokenException("leaves " + from + " to " + to + " of the tree are not all there");
        }
        return entries;
    }

    private List<TreeHash> newestTileRoots(int level, long size) throws SQLException {
        long nodes = size >> (level * TileAddress.HEIGHT);
        return tileRoots(level, nodes - nodes % TileAddress.FULL_WIDTH, nodes);
    }

    /** Hashes of a level of tiles above the leaves: the roots of the full tiles below. */
    List<TreeHash> tileRoots(int level, long from, long to) throws SQLException {
        String sql = "select root from writ.tree_tile where level = ? and idx >= ? and idx < ? order by idx";
        List<TreeHash> roots = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setInt(1, level - 1);
            query.setLong(2, from);
            query.setLong(3, to);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    roots.add(TreeHash.ofRaw(rows.getBytes(1)));
                }
            }
        }
        if (roots.size() != to - from) {
            throw new TreeBrokenException(
                    "tiles " + from + " to " + to + " of level " + (level - 1) + " are not all there");
        }
        return roots;
    }

    static List<TreeHash> hashes(byte[] bytes) {
        List<TreeHash> hashes = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += TreeHash.LENGTH) {
            hashes.add(TreeHash.ofRaw(bytes, from, TreeHash.LENGTH));
        }
        return hashes;
    }
}
