package io.writ.ledger.tree;

import io.writ.ledger.merkle.FullTile;
import io.writ.ledger.merkle.TreeHash;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Writes one cycle: ranges, full tiles, lanes that ended and the checkpoint, as one statement and one round trip. */
final class TreeInsert {

    private static final String SQL = """
            with ranges as (insert into writ.tree_range (lane, from_seq, n, tree_index)
                              select * from unnest(?::bigint[], ?::bigint[], ?::int[], ?::bigint[])),
                 tiles as (insert into writ.tree_tile (level, idx, hashes, root)
                             select * from unnest(?::smallint[], ?::bigint[], ?::bytea[], ?::bytea[])),
                 ended as (delete from writ.lane_open where lane = any(?::bigint[]))
            insert into writ.tree_checkpoint (size, root, edge, signed_us, note) values (?, ?, ?, ?, ?)""";

    private TreeInsert() {}

    static void execute(Connection connection, Fold fold, List<FullTile> tiles, SignedRoot checkpoint)
            throws SQLException {
        List<LaneRange> ranges = fold.ranges();
        try (PreparedStatement insert = connection.prepareStatement(SQL)) {
            var columns = new Columns(connection, insert);
            columns.add("bigint", ranges, LaneRange::lane);
            columns.add("bigint", ranges, LaneRange::fromSeq);
            columns.add("int", ranges, LaneRange::count);
            columns.add("bigint", ranges, LaneRange::treeIndex);
            columns.add("smallint", tiles, FullTile::level);
            columns.add("bigint", tiles, FullTile::index);
            columns.addBytes(tiles, FullTile::bytes);
            columns.addBytes(tiles, tile -> tile.root().bytes());
            columns.add("bigint", List.copyOf(fold.sealed()), Function.identity());
            int next = columns.next;
            insert.setLong(next++, checkpoint.size());
            insert.setBytes(next++, checkpoint.root().bytes());
            insert.setBytes(next++, TreeHash.bytes(checkpoint.subtrees()));
            insert.setLong(next++, checkpoint.signedMicros());
            insert.setString(next, checkpoint.note());
            insert.executeUpdate();
        }
    }

    private static final class Columns {

        private final Connection connection;
        private final PreparedStatement insert;
        private int next = 1;

        Columns(Connection connection, PreparedStatement insert) {
            this.connection = connection;
            this.insert = insert;
        }

        <T> void addBytes(List<T> rows, Function<T, byte[]> column) throws SQLException {
            insert.setArray(
                    next++,
                    connection.createArrayOf("bytea", rows.stream().map(column).toArray(byte[][]::new)));
        }

        <T> void add(String type, List<T> rows, Function<T, ?> column) throws SQLException {
            insert.setArray(
                    next++,
                    connection.createArrayOf(type, rows.stream().map(column).toArray()));
        }
    }
}
