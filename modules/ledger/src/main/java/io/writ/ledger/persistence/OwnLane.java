package io.writ.ledger.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A lane that is written within one transaction, as the owner. */
public final class OwnLane {

    private final Connection connection;

    public OwnLane(Connection connection) {
        this.connection = connection;
    }

    /** A number no other lane has or had. */
    public long nextNumber() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select nextval('writ.ledger_lane_lane_seq')");
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Stores the lane. */
    public void open(LaneRow lane, long openedMicros) throws SQLException {
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

    /** Stores an entry. */
    public void append(EntryRow entry) throws SQLException {
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
}
