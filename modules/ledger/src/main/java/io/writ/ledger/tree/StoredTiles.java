package io.writ.ledger.tree;

import io.writ.ledger.LedgerException;
import io.writ.ledger.merkle.Subtrees;
import io.writ.ledger.merkle.TileAddress;
import io.writ.ledger.merkle.Tiles;
import io.writ.ledger.merkle.TreeHash;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Tiles of the stored tree. A full one is one row; a partial one is put together from what it will be made of. */
final class StoredTiles {

    private final Connection connection;
    private final StoredTree tree;

    StoredTiles(Connection connection) {
        this.connection = connection;
        this.tree = new StoredTree(connection);
    }

    /** The subtrees of the tree of this size, read as they are needed. */
    Subtrees upTo(long size) {
        return new Tiles(size, address -> {
            try {
                return read(address);
            } catch (SQLException failure) {
                throw new LedgerException("tile " + address.path() + " could not be read", failure);
            }
        });
    }

    /** The hashes of a tile, 32 bytes each. The caller has made sure that a tree of that size exists. */
    byte[] read(TileAddress address) throws SQLException {
        return address.width() == TileAddress.FULL_WIDTH ? full(address) : TreeHash.bytes(partial(address));
    }

    private byte[] full(TileAddress address) throws SQLException {
        String sql = "select hashes from writ.tree_tile where level = ? and idx = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setInt(1, address.level());
            query.setLong(2, address.index());
            try (ResultSet rows = query.executeQuery()) {
                if (rows.next()) {
                    return rows.getBytes(1);
                }
            }
        }
        throw new TreeBrokenException("tile " + address.path() + " is not there");
    }

    private List<TreeHash> partial(TileAddress address) throws SQLException {
        long from = address.index() * TileAddress.FULL_WIDTH;
        long to = from + address.width();
        return address.level() == 0 ? tree.leaves(from, to) : tree.tileRoots(address.level(), from, to);
    }
}
