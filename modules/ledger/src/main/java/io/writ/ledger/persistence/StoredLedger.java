package io.writ.ledger.persistence;

import io.writ.evidence.Digest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The log as one connection sees it. Long results stream if the connection is inside a transaction. */
public final class StoredLedger {

    /** Whoever asks whether the log answers does not want to wait for it. */
    private static final int ANSWER_SECONDS_MAX = 1;

    /** Entries are about 100 bytes: a megabyte at a time. */
    private static final int ENTRIES_FETCHED = 10_000;

    private static final String ENTRY =
            "select lane, seq, kind, record_id, leaf_hash, entry_hash from writ.ledger_entry";

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
        String sql = ENTRY + " where record_id = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, recordId);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(EntryRow.of(rows)) : Optional.empty();
            }
        }
    }

    /** The first entry of each lane that has entries but was never opened. */
    public List<EntryRow> entriesWithoutLane() throws SQLException {
        return strays("select from writ.ledger_lane l where l.lane = e.lane");
    }

    /** Shows every entry that stands for no visible record, in the order of record ids. */
    public void entriesWithoutRecord(EntryRowVisitor visitor) throws SQLException {
        String sql = ENTRY + " e where not exists (select from writ.decision d where d.decision_id = e.record_id)"
                + " and not exists (select from writ.ledger_notice n where n.record_id = e.record_id)"
                + " order by e.record_id, e.lane, e.seq";
        entries(sql, visitor);
    }

    /** Shows every entry that is not the only one of its record. */
    public void entriesOfOneRecord(EntryRowVisitor visitor) throws SQLException {
        String sql = ENTRY + " where record_id in (select record_id from writ.ledger_entry"
                + " group by record_id having count(*) > 1) order by record_id, lane, seq";
        entries(sql, visitor);
    }

    /** Shows the notices of a kind that an entry of that kind stands for. */
    public void notices(int kind, NoticeTextVisitor visitor) throws SQLException {
        String sql = "select n.canonical, e.lane, e.seq from writ.ledger_notice n"
                + " join writ.ledger_entry e on e.record_id = n.record_id and e.kind = n.kind where n.kind = ?"
                + " order by n.record_id";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setInt(1, kind);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    visitor.visit(rows.getBytes(1), rows.getLong(2), rows.getLong(3));
                }
            }
        }
    }

    private void entries(String sql, EntryRowVisitor visitor) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setFetchSize(ENTRIES_FETCHED);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    visitor.visit(EntryRow.of(rows));
                }
            }
        }
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
                strays.add(EntryRow.of(rows));
            }
        }
        return strays;
    }

    private boolean isTrue(String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private static Digest digest(ResultSet rows, int column) throws SQLException {
        return Digest.ofRaw(rows.getBytes(column));
    }
}
