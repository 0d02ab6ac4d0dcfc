package io.writ.ledger.persistence;

import io.writ.evidence.Digest;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A stretch of the log in the order in which an auditor reads it. Streams; the connection is inside a transaction. */
public final class StoredStretch {

    private static final int ROWS_FETCHED = 10_000;

    /** Records may be several kilobytes. */
    private static final int RECORDS_FETCHED = 1_000;

    private static final String RECORDS = "(select decision_id as record_id, tenant_id, canonical from writ.decision"
            + " union all select record_id, '', canonical from writ.ledger_notice)";

    private final Connection connection;
    private final Stretch stretch;

    public StoredStretch(Connection connection, Stretch stretch) {
        this.connection = connection;
        this.stretch = stretch;
    }

    /** Entries by lane and seq. */
    public void entries(EntrySink sink) throws IOException, SQLException {
        String sql = "select e.lane, e.seq, e.kind, e.leaf_hash, e.entry_hash, e.record_id from writ.ledger_entry e"
                + bounded() + " order by e.lane, e.seq";
        var entry = new EntryView();
        try (PreparedStatement query = prepared(sql, ROWS_FETCHED);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                entry.place(rows.getLong(1), rows.getLong(2), rows.getInt(3))
                        .hashes(rows.getBytes(4), rows.getBytes(5))
                        .record(rows.getObject(6, UUID.class));
                sink.take(entry);
            }
        }
    }

    /** Records that no entry stands for, as at entry 0 of lane 0, and then those of entries by lane and seq. */
    public void records(RecordScope scope, RecordSink sink) throws IOException, SQLException {
        String alone = "select 0, 0, r.record_id, r.tenant_id, r.canonical from " + RECORDS + " r where not exists"
                + " (select from writ.ledger_entry e where e.record_id = r.record_id) and " + taken(scope)
                + " order by r.record_id";
        try (PreparedStatement query = connection.prepareStatement(alone)) {
            query.setFetchSize(RECORDS_FETCHED);
            bind(query, 1, scope);
            show(query, sink);
        }
        String entered = "select e.lane, e.seq, r.record_id, r.tenant_id, r.canonical from writ.ledger_entry e"
                + bounded() + " join " + RECORDS + " r on r.record_id = e.record_id where " + taken(scope)
                + " order by e.lane, e.seq";
        try (PreparedStatement query = prepared(entered, RECORDS_FETCHED)) {
            bind(query, stretch.isBounded() ? 4 : 1, scope);
            show(query, sink);
        }
    }

    /** Ranges by tree index. */
    public void ranges(RangeSink sink) throws IOException, SQLException {
        String sql = "select tree_index, lane, from_seq, n from writ.tree_range"
                + " where tree_index >= ? and tree_index < ? order by tree_index";
        try (PreparedStatement query = sized(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                sink.take(new RangeRow(rows.getLong(1), rows.getLong(2), rows.getLong(3), rows.getInt(4)));
            }
        }
    }

    /** Checkpoints by size; that at which the stretch begins is the first. */
    public void checkpoints(CheckpointSink sink) throws IOException, SQLException {
        String sql =
                "select size, root, edge, note from writ.tree_checkpoint where size >= ? and size <= ? order by size";
        try (PreparedStatement query = sized(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                sink.take(new CheckpointRow(
                        rows.getLong(1),
                        Digest.ofRaw(rows.getBytes(2)),
                        Digest.of(rows.getBytes(3)),
                        rows.getString(4)));
            }
        }
    }

    /** What is stored of full tiles that end in the stretch, by level and index. */
    public void tiles(TileSink sink) throws IOException, SQLException {
        String sql = "select level, idx, hashes, root from writ.tree_tile"
                + " where (idx + 1) << (8 * (level + 1)) > ? and (idx + 1) << (8 * (level + 1)) <= ?"
                + " order by level, idx";
        try (PreparedStatement query = sized(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                sink.take(
                        rows.getInt(1),
                        rows.getLong(2),
                        new LogSnapshot.TileRow(Digest.of(rows.getBytes(3)), Digest.ofRaw(rows.getBytes(4))));
            }
        }
    }

    /** Intents of the tenants whose records are taken that have no end yet. */
    public void pending(RecordScope scope, PendingSink sink) throws IOException, SQLException {
        String sql = "select r.intent_id, r.due_at from writ.pending_intent r where " + taken(scope)
                + " order by r.intent_id";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            bind(query, 1, scope);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    sink.take(
                            rows.getObject(1, UUID.class),
                            rows.getObject(2, OffsetDateTime.class).toInstant());
                }
            }
        }
    }

    /** Takes an intent without an end. */
    @FunctionalInterface
    public interface PendingSink {
        void take(UUID intentId, Instant dueAt) throws IOException;
    }

    /** Takes an entry; the view is used again. */
    @FunctionalInterface
    public interface EntrySink {
        void take(EntryView entry) throws IOException;
    }

    /** Takes a record; the view is used again. */
    @FunctionalInterface
    public interface RecordSink {
        void take(long lane, long seq, StoredRecord record) throws IOException;
    }

    /** Takes a range. */
    @FunctionalInterface
    public interface RangeSink {
        void take(RangeRow range) throws IOException;
    }

    /** Takes a checkpoint. */
    @FunctionalInterface
    public interface CheckpointSink {
        void take(CheckpointRow checkpoint) throws IOException;
    }

    /** Takes a tile. */
    @FunctionalInterface
    public interface TileSink {
        void take(int level, long index, LogSnapshot.TileRow tile) throws IOException;
    }

    private String bounded() {
        return stretch.isBounded()
                ? " join unnest(?::bigint[], ?::bigint[], ?::bigint[]) as b (lane, low, high)"
                        + " on b.lane = e.lane and e.seq > b.low and e.seq <= b.high"
                : "";
    }

    private PreparedStatement prepared(String sql, int rowsFetched) throws SQLException {
        PreparedStatement query = connection.prepareStatement(sql);
        query.setFetchSize(rowsFetched);
        if (stretch.isBounded()) {
            List<Long> lanes = List.copyOf(stretch.ends().keySet());
            Stream<Long> low = lanes.stream().map(stretch::before);
            Stream<Long> high = lanes.stream().map(lane -> stretch.ends().getOrDefault(lane, 0L));
            query.setArray(1, connection.createArrayOf("bigint", lanes.toArray()));
            query.setArray(2, connection.createArrayOf("bigint", low.toArray()));
            query.setArray(3, connection.createArrayOf("bigint", high.toArray()));
        }
        return query;
    }

    private PreparedStatement sized(String sql) throws SQLException {
        PreparedStatement query = connection.prepareStatement(sql);
        query.setFetchSize(ROWS_FETCHED);
        query.setLong(1, stretch.fromSize());
        query.setLong(2, stretch.toSize().orElse(Long.MAX_VALUE));
        return query;
    }

    private static String taken(RecordScope scope) {
        return switch (scope) {
            case RecordScope.All _ -> "true";
            case RecordScope.OfTenant _ -> "(r.tenant_id = ? or r.tenant_id = '')";
            case RecordScope.NoticesOnly _ -> "r.tenant_id = ''";
        };
    }

    private static void bind(PreparedStatement query, int parameter, RecordScope scope) throws SQLException {
        switch (scope) {
            case RecordScope.OfTenant(String tenant) -> query.setString(parameter, tenant);
            case RecordScope.All _, RecordScope.NoticesOnly _ -> {}
        }
    }

    private static void show(PreparedStatement query, RecordSink sink) throws IOException, SQLException {
        var record = new StoredRecord();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                record.look(rows.getObject(3, UUID.class), rows.getString(4), rows.getBytes(5));
                sink.take(rows.getLong(1), rows.getLong(2), record);
            }
        }
    }
}
