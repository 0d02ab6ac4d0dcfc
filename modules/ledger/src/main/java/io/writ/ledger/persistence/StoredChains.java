package io.writ.ledger.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** Entries and records in bulk, as one connection sees them. They stream if the connection is inside a transaction. */
final class StoredChains {

    /** Entries are about 100 bytes: a megabyte at a time. */
    private static final int ENTRIES_FETCHED = 10_000;

    /** Records may be several kilobytes. */
    private static final int RECORDS_FETCHED = 500;

    /** Number of the kind whose event is compared. */
    private static final int INTENT = 3;

    private final Connection connection;
    private final EntryView entry = new EntryView();
    private final StoredRecord record = new StoredRecord();

    StoredChains(Connection connection) {
        this.connection = connection;
    }

    /** Shows the entries of a lane in order until the visitor has seen enough. */
    void entries(long lane, EntryVisitor visitor) throws SQLException {
        String sql = "select seq, kind, leaf_hash, entry_hash, record_id from writ.ledger_entry"
                + " where lane = ? order by seq";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setFetchSize(ENTRIES_FETCHED);
            query.setLong(1, lane);
            try (ResultSet rows = query.executeQuery()) {
                boolean goOn = true;
                while (goOn && rows.next()) {
                    entry.place(lane, rows.getLong(1), rows.getInt(2))
                            .hashes(rows.getBytes(3), rows.getBytes(4))
                            .record(rows.getObject(5, UUID.class));
                    goOn = visitor.visit(entry);
                }
            }
        }
    }

    /** Shows the visible decisions of a slice beside their entries. */
    void decisions(RecordSlice slice, RecordVisitor visitor) throws SQLException {
        String sql = "select d.decision_id, d.canonical, d.tenant_id, e.lane, e.seq, e.kind, e.leaf_hash, e.entry_hash,"
                + " d.kind, d.event, d.session_id, d.closes, d.units, d.after_end from writ.decision d left join writ.ledger_entry e on e.record_id = d.decision_id"
                + " where d.decision_id >= ? and (? or d.decision_id < ?)";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setFetchSize(RECORDS_FETCHED);
            query.setObject(1, slice.from());
            query.setBoolean(2, slice.isLast());
            query.setObject(3, slice.to());
            show(query, visitor, true);
        }
    }

    /** Shows all notices beside their entries. */
    void notices(RecordVisitor visitor) throws SQLException {
        String sql = "select n.record_id, n.canonical, '', e.lane, e.seq, e.kind, e.leaf_hash, e.entry_hash, n.kind"
                + " from writ.ledger_notice n left join writ.ledger_entry e on e.record_id = n.record_id";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setFetchSize(RECORDS_FETCHED);
            show(query, visitor, false);
        }
    }

    private void show(PreparedStatement query, RecordVisitor visitor, boolean marked) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                UUID recordId = rows.getObject(1, UUID.class);
                long lane = rows.getLong(4);
                boolean alone = rows.wasNull();
                record.look(recordId, rows.getString(3), rows.getBytes(2));
                if (marked) {
                    record.mark(marks(rows));
                } else {
                    record.notice(rows.getInt(9));
                }
                if (alone) {
                    visitor.visitWithoutEntry(record);
                } else {
                    entry.place(lane, rows.getLong(5), rows.getInt(6))
                            .hashes(rows.getBytes(7), rows.getBytes(8))
                            .record(recordId);
                    visitor.visitWithEntry(record, entry);
                }
            }
        }
    }

    private static RecordMarks marks(ResultSet rows) throws SQLException {
        int kind = rows.getInt(9);
        int units = rows.getInt(13);
        OptionalInt known = rows.wasNull() ? OptionalInt.empty() : OptionalInt.of(units);
        return new RecordMarks(
                kind,
                kind == INTENT ? Optional.ofNullable(rows.getString(10)) : Optional.empty(),
                Optional.of(rows.getString(3)),
                Optional.ofNullable(rows.getString(11)),
                Optional.ofNullable(rows.getString(12)),
                known,
                rows.getBoolean(14));
    }
}
