package io.writ.ledger.persistence;

import io.writ.evidence.Digest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The lanes' own statements, on connections of their own or in the transaction of a given one. */
public final class StoredLanes {

    private final DataSource database;

    public StoredLanes(DataSource database) {
        this.database = database;
    }

    /** A number no other lane has or had. */
    public long nextNumber() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return nextNumber(connection);
        }
    }

    /** The same, in the transaction of this connection. */
    public static long nextNumber(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select nextval('writ.ledger_lane_lane_seq')");
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Stores a lane before its first entry. */
    public void insert(LaneRow lane, long openedMicros) throws SQLException {
        try (Connection connection = database.getConnection()) {
            insert(connection, lane, openedMicros);
        }
    }

    /** The same, in the transaction of this connection. */
    public static void insert(Connection connection, LaneRow lane, long openedMicros) throws SQLException {
        String sql = "insert into writ.ledger_lane (lane, node_id, boot_id, opened_us, genesis)"
                + " overriding system value values (?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, lane.lane());
            insert.setString(2, lane.nodeId());
            insert.setObject(3, lane.bootId());
            insert.setLong(4, openedMicros);
            insert.setBytes(5, lane.genesis().bytes());
            insert.executeUpdate();
        }
    }

    /** Stores an entry by itself, in the transaction of this connection, which has stored what it stands for. */
    public static void append(Connection connection, EntryRow entry) throws SQLException {
        String sql = "insert into writ.ledger_entry (lane, seq, kind, record_id, leaf_hash, entry_hash)"
                + " values (?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, entry.lane());
            insert.setLong(2, entry.seq());
            insert.setInt(3, entry.kind());
            insert.setObject(4, entry.recordId());
            insert.setBytes(5, entry.leaf().bytes());
            insert.setBytes(6, entry.entry().bytes());
            insert.executeUpdate();
        }
    }

    /**
     * Whether this is the end of the lane.
     *
     * @param seq 0 for a lane without entries
     * @param hash of the last entry, or the genesis
     */
    public boolean endsAt(long lane, long seq, Digest hash) throws SQLException {
        String sql = """
                select coalesce(tail.seq, 0) = ? and coalesce(tail.entry_hash, l.genesis) = ?
                from writ.ledger_lane l
                left join lateral (select e.seq, e.entry_hash from writ.ledger_entry e
                                   where e.lane = l.lane order by e.seq desc limit 1) tail on true
                where l.lane = ?""";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, seq);
            query.setBytes(2, hash.bytes());
            query.setLong(3, lane);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }
}
