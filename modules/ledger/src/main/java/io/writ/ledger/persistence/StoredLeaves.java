package io.writ.ledger.persistence;

import io.writ.evidence.Digest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The tree as it is stored, read from its first leaf to its last. Streams if the connection is inside a transaction. */
public final class StoredLeaves {

    private static final int LEAVES_FETCHED = 10_000;

    private final Connection connection;
    private final EntryView entry = new EntryView();

    public StoredLeaves(Connection connection) {
        this.connection = connection;
    }

    /** Shows every leaf, with the checkpoint that ends at it, until the visitor has seen enough. */
    public void leaves(LeafVisitor visitor) throws SQLException {
        String sql = """
                select r.tree_index + e.seq - r.from_seq, e.lane, e.seq, e.entry_hash, c.size, c.root, c.note, c.edge
                from writ.tree_range r
                join writ.ledger_entry e on e.lane = r.lane and e.seq >= r.from_seq and e.seq < r.from_seq + r.n
                left join writ.tree_checkpoint c on c.size = r.tree_index + e.seq - r.from_seq + 1
                order by r.tree_index, e.seq""";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setFetchSize(LEAVES_FETCHED);
            try (ResultSet rows = query.executeQuery()) {
                boolean goOn = true;
                while (goOn && rows.next()) {
                    entry.place(rows.getLong(2), rows.getLong(3), 0).entry(rows.getBytes(4));
                    goOn = visitor.visit(rows.getLong(1), entry, checkpoint(rows));
                }
            }
        }
    }

    /** Which leaf an entry is. */
    OptionalLong leafOf(long lane, long seq) throws SQLException {
        String sql = "select tree_index + ? - from_seq from writ.tree_range"
                + " where lane = ? and from_seq <= ? and from_seq + n > ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, seq);
            query.setLong(2, lane);
            query.setLong(3, seq);
            query.setLong(4, seq);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    /** How many checkpoints there are, and the size of the largest. */
    LogSnapshot.Extent extent() throws SQLException {
        String sql = "select count(*), coalesce(max(size), 0) from writ.tree_checkpoint";
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            return rows.next()
                    ? new LogSnapshot.Extent(rows.getLong(1), rows.getLong(2))
                    : new LogSnapshot.Extent(0, 0);
        }
    }

    /** Hashes and root of a full tile. */
    Optional<LogSnapshot.TileRow> tile(int level, long index) throws SQLException {
        String sql = "select hashes, root from writ.tree_tile where level = ? and idx = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setInt(1, level);
            query.setLong(2, index);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next()
                        ? Optional.of(
                                new LogSnapshot.TileRow(Digest.of(rows.getBytes(1)), Digest.ofRaw(rows.getBytes(2))))
                        : Optional.empty();
            }
        }
    }

    /** Which entry a range says is this leaf. */
    Optional<LogSnapshot.Promise> promised(long index) throws SQLException {
        String sql = """
                select r.lane, r.from_seq + ? - r.tree_index as seq,
                       not exists (select from writ.ledger_entry e
                                    where e.lane = r.lane and e.seq >= r.from_seq + ? - r.tree_index) as ended
                from writ.tree_range r
                where r.tree_index <= ? and r.tree_index + r.n > ?
                order by r.tree_index desc limit 1""";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int parameter = 1; parameter <= 4; parameter++) {
                query.setLong(parameter, index);
            }
            try (ResultSet rows = query.executeQuery()) {
                return rows.next()
                        ? Optional.of(new LogSnapshot.Promise(rows.getLong(1), rows.getLong(2), rows.getBoolean(3)))
                        : Optional.empty();
            }
        }
    }

    private static @Nullable CheckpointRow checkpoint(ResultSet rows) throws SQLException {
        byte[] root = rows.getBytes(6);
        return root == null
                ? null
                : new CheckpointRow(
                        rows.getLong(5), Digest.ofRaw(root), Digest.of(rows.getBytes(8)), rows.getString(7));
    }
}
