package io.writ.ledger.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** What has to be known before bodies are dropped. Long results stream if the connection is inside a transaction. */
public final class StoredBodies {

    /** Records may be several kilobytes. */
    private static final int RECORDS_FETCHED = 500;

    private static final String RECORDS = """
            select d.decision_id, d.canonical, e.leaf_hash,
                   exists (select from writ.tree_range r where r.lane = e.lane and r.from_seq <= e.seq
                              and r.from_seq + r.n > e.seq and r.tree_index + e.seq - r.from_seq < ?)
              from writ.{month} d left join writ.ledger_entry e on e.record_id = d.decision_id
             order by d.decision_id""";

    private static final String SESSIONS = "from writ.session where created_at < ? and expires_at < now()";

    private final Connection connection;

    public StoredBodies(Connection connection) {
        this.connection = connection;
    }

    /** Sees records in the order of their ids. */
    @FunctionalInterface
    public interface Visitor {

        /**
         * One record.
         *
         * @param leaf of its entry; absent when no entry stands for it
         * @param covered whether the entry is in the tree of the size that was given
         * @return whether it wants to see the next one
         */
        boolean visit(UUID recordId, byte[] canonical, Optional<byte[]> leaf, boolean covered);
    }

    /** Shows the records of one partition and no others: what is dropped is what was seen. */
    public void records(MonthRow month, long treeSize, Visitor visitor) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(RECORDS.replace("{month}", month.quotedName()))) {
            query.setFetchSize(RECORDS_FETCHED);
            query.setLong(1, treeSize);
            try (ResultSet rows = query.executeQuery()) {
                boolean goOn = true;
                while (goOn && rows.next()) {
                    goOn = visitor.visit(
                            rows.getObject(1, UUID.class),
                            rows.getBytes(2),
                            Optional.ofNullable(rows.getBytes(3)),
                            rows.getBoolean(4));
                }
            }
        }
    }

    /** An intent of the range that nothing has ended yet. */
    public Optional<String> openIntent(UUID from, UUID below) throws SQLException {
        String sql = "select intent_id::text from writ.pending_intent where intent_id >= ? and intent_id < ? limit 1";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, from);
            query.setObject(2, below);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }

    /** How many sessions began before then and are over. */
    public long sessions(Instant moment) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select count(*) " + SESSIONS)) {
            query.setObject(1, moment.atOffset(ZoneOffset.UTC));
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    /** Deletes them. */
    public long deleteSessions(Instant moment) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete " + SESSIONS)) {
            delete.setObject(1, moment.atOffset(ZoneOffset.UTC));
            return delete.executeLargeUpdate();
        }
    }

    /** The newest checkpoint. */
    public Optional<Covering> newestCheckpoint() throws SQLException {
        String sql = "select size, note from writ.tree_checkpoint order by size desc limit 1";
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            return rows.next() ? Optional.of(new Covering(rows.getLong(1), rows.getString(2))) : Optional.empty();
        }
    }

    /** Stores a notice; its entry is another statement of the same transaction. */
    public void insertNotice(UUID recordId, int kind, Instant noticedAt, byte[] canonical) throws SQLException {
        String sql = "insert into writ.ledger_notice (record_id, kind, noticed_at, canonical) values (?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, recordId);
            insert.setInt(2, kind);
            insert.setObject(3, noticedAt.atOffset(ZoneOffset.UTC));
            insert.setBytes(4, canonical);
            insert.executeUpdate();
        }
    }

    /** A new id of a record, by the clock of the database. */
    public UUID nextId() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select uuidv7()");
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getObject(1, UUID.class);
        }
    }

    /** A checkpoint and the size of its tree. */
    public record Covering(long size, String note) {}
}
