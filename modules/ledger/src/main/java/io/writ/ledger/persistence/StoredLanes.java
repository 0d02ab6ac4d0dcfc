package io.writ.ledger.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The lanes' own statements, each on a connection of its own. */
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

    /** Whether the lane holds an entry after this position. */
    public boolean hasEntryAfter(long lane, long seq) throws SQLException {
        String sql = "select exists (select from writ.ledger_entry where lane = ? and seq > ?)";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, lane);
            query.setLong(2, seq);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }
}
