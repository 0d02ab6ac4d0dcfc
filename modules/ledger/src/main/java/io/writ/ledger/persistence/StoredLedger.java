package io.writ.ledger.persistence;

import io.writ.evidence.Digest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** The log as one connection sees it. Long results stream if the connection is inside a transaction. */
public final class StoredLedger {

    /** Entries are about 100 bytes: a megabyte at a time. */
    private static final int ENTRIES_FETCHED = 10_000;

    /** Records may be several kilobytes. */
    private static final int RECORDS_FETCHED = 500;

    /** Whoever asks whether the log answers does not want to wait for it. */
    private static final int ANSWER_SECONDS_MAX = 1;

    /** Number of the kind whose event is compared. */
    private static final int INTENT = 3;

    private final Connection connection;

    public StoredLedger(Connection connection) {
        this.connection = connection;
    }

    /** Whether row-level security hides no record from this user. */
    public boolean showsEveryTenant() throws SQLException {
        return isTrue("select not row_security_active('writ.decision')"
                + " or pg_has_role(current_user, 'writ_auditor', 'usage')");
    }

    public boolean answers() throws SQLException {
        String sql = "select (select count(*) from (select from writ.ledger_lane limit 1) any_lane) >= 0";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setQueryTimeout(ANSWER_SECONDS_MAX);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    public List<LaneRow> lanes() throws SQLException {
        var lanes = new ArrayList<LaneRow>();
        String sql = "select lane, node_id, boot_id, genesis from writ.ledger_lane order by lane";
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                lanes.add(new LaneRow(
                        rows.getLong(1), rows.getString(2), rows.getObject(3, UUID.class), digest(rows, 4)));
            }
        }
        return lanes;
    }

    public Optional<EntryRow> entryOf(UUID recordId) throws SQLException {
        String sql = "select lane, seq, kind, record_id, leaf_hash, entry_hash from writ.ledger_entry"
                + " where record_id = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, recordId);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(entry(rows)) : Optional.empty();
            }
        }
    }

    /** Shows the entries of a lane in order until the visitor has seen enough. */
    public void entries(long lane, EntryVisitor visitor) throws SQLException {
        String sql = "select seq, kind, leaf_hash, entry_hash from writ.ledger_entry where lane = ? order by seq";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setFetchSize(ENTRIES_FETCHED);
            query.setLong(1, lane);
            try (ResultSet rows = query.executeQuery()) {
                boolean goOn = true;
                while (goOn && rows.next()) {
                    goOn = visitor.visit(rows.getLong(1), rows.getByte(2), rows.getBytes(3), rows.getBytes(4));
                }
            }
        }
    }

    /** Shows every visible record beside the entry that stands for it. */
    public void records(RecordVisitor visitor) throws SQLException {
        String sql = """
                select d.record_id, d.canonical, e.lane, e.seq, e.leaf_hash,
                       d.kind, d.event, d.session_id, d.closes, d.units, d.after_end, d.is_notice, d.tenant_id
                  from (select decision_id as record_id, canonical, kind, event, session_id, closes, units, after_end,
                               false as is_notice, tenant_id
                          from writ.decision
                        union all
                        select record_id, canonical, kind, null, null, null, null, null, true, null
                          from writ.ledger_notice) d
                  left join writ.ledger_entry e on e.record_id = d.record_id""";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setFetchSize(RECORDS_FETCHED);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    show(rows, visitor);
                }
            }
        }
    }

    /** The first entry of each lane that has entries but was never opened. */
    public List<EntryRow> entriesWithoutLane() throws SQLException {
        return strays("select from writ.ledger_lane l where l.lane = e.lane");
    }

    /** The first entry of each lane that stands for no visible record. */
    public List<EntryRow> entriesWithoutRecord() throws SQLException {
        return strays("select from writ.decision d where d.decision_id = e.record_id)"
                + " and not exists (select from writ.ledger_notice n where n.record_id = e.record_id");
    }

    private List<EntryRow> strays(String counterpart) throws SQLException {
        String sql = "select e.lane, e.seq, e.kind, e.record_id, e.leaf_hash, e.entry_hash"
                + " from (select lane, min(seq) as seq from writ.ledger_entry e"
                + " where not exists (" + counterpart + ") group by lane) first"
                + " join writ.ledger_entry e using (lane, seq) order by e.lane";
        var strays = new ArrayList<EntryRow>();
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                strays.add(entry(rows));
            }
        }
        return strays;
    }

    private static void show(ResultSet rows, RecordVisitor visitor) throws SQLException {
        UUID recordId = rows.getObject(1, UUID.class);
        long lane = rows.getLong(3);
        if (rows.wasNull()) {
            visitor.visitWithoutEntry(recordId);
        } else {
            visitor.visitWithEntry(
                    new RecordVisitor.EntryPlace(recordId, lane, rows.getLong(4)),
                    rows.getBytes(2),
                    rows.getBytes(5),
                    rows.getBoolean(12) ? Optional.empty() : Optional.of(marks(rows)));
        }
    }

    private static RecordMarks marks(ResultSet rows) throws SQLException {
        int kind = rows.getInt(6);
        boolean isIntent = kind == INTENT;
        int units = rows.getInt(10);
        OptionalInt known = rows.wasNull() ? OptionalInt.empty() : OptionalInt.of(units);
        return new RecordMarks(
                kind,
                isIntent ? Optional.ofNullable(rows.getString(7)) : Optional.empty(),
                Optional.ofNullable(rows.getString(13)),
                Optional.ofNullable(rows.getString(8)),
                Optional.ofNullable(rows.getString(9)),
                known,
                rows.getBoolean(11));
    }

    private boolean isTrue(String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private static EntryRow entry(ResultSet rows) throws SQLException {
        return new EntryRow(
                rows.getLong(1),
                rows.getLong(2),
                rows.getInt(3),
                rows.getObject(4, UUID.class),
                digest(rows, 5),
                digest(rows, 6));
    }

    private static Digest digest(ResultSet rows, int column) throws SQLException {
        return Digest.ofRaw(rows.getBytes(column));
    }
}
