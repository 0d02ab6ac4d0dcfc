package io.writ.ledger.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Notices and the entries that stand for them, written together and read together. */
public final class StoredNotices {

    private static final int NOTICES_FETCHED = 500;
    private static final long NOT_IN_TREE = -1;

    private static final String INSERT = """
            with notices as (insert into writ.ledger_notice (record_id, kind, noticed_at, canonical)
                               select * from unnest(?::uuid[], ?::smallint[], ?::timestamptz[], ?::bytea[]))
            insert into writ.ledger_entry (record_id, kind, lane, seq, leaf_hash, entry_hash)
            select * from unnest(?::uuid[], ?::smallint[], ?::bigint[], ?::bigint[], ?::bytea[], ?::bytea[])""";

    private static final String SELECT = """
            select e.lane, e.seq, e.kind, e.record_id, e.leaf_hash, e.entry_hash, n.kind, n.canonical,
                   (select r.tree_index + e.seq - r.from_seq from writ.tree_range r
                    where r.lane = e.lane and r.from_seq <= e.seq and r.from_seq + r.n > e.seq
                    order by r.from_seq desc limit 1) as leaf_index
            from writ.ledger_notice n join writ.ledger_entry e using (record_id)""";

    private final Connection connection;

    public StoredNotices(Connection connection) {
        this.connection = connection;
    }

    /** Writes notices and their entries with one statement. The caller ends the transaction. */
    public void insert(List<NoticeRow> notices) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            array(insert, 1, "uuid", notices, row -> row.entry().recordId());
            array(insert, 2, "smallint", notices, row -> row.entry().kind());
            array(insert, 3, "timestamptz", notices, row -> row.noticedAt().toString());
            bytes(insert, 4, notices, row -> row.notice().canonical());
            array(insert, 5, "uuid", notices, row -> row.entry().recordId());
            array(insert, 6, "smallint", notices, row -> row.entry().kind());
            array(insert, 7, "bigint", notices, row -> row.entry().lane());
            array(insert, 8, "bigint", notices, row -> row.entry().seq());
            bytes(insert, 9, notices, row -> row.entry().leaf().bytes());
            bytes(insert, 10, notices, row -> row.entry().entry().bytes());
            insert.executeUpdate();
        }
    }

    /** Shows all notices. Streams if the connection is inside a transaction. */
    public void all(NoticeVisitor visitor) throws SQLException {
        show(SELECT, visitor);
    }

    /** Shows changes of the key and restarts, in the order of the tree; last what is not in the tree yet. */
    public void successions(NoticeVisitor visitor) throws SQLException {
        show(SELECT + " where n.kind in (7, 8) order by leaf_index nulls last, n.record_id", visitor);
    }

    private void show(String sql, NoticeVisitor visitor) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setFetchSize(NOTICES_FETCHED);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    EntryRow entry = EntryRow.of(rows);
                    int storedKind = rows.getInt(7);
                    byte[] canonical = rows.getBytes(8);
                    long leafIndex = rows.getLong(9);
                    visitor.visit(entry, storedKind, canonical, rows.wasNull() ? NOT_IN_TREE : leafIndex);
                }
            }
        }
    }

    private void array(
            PreparedStatement insert, int index, String type, List<NoticeRow> rows, Function<NoticeRow, Object> column)
            throws SQLException {
        Object[] values = rows.stream().map(column).toArray();
        insert.setArray(index, connection.createArrayOf(type, values));
    }

    /** The driver takes bytes from an array of their own type only. */
    private void bytes(PreparedStatement insert, int index, List<NoticeRow> rows, Function<NoticeRow, byte[]> column)
            throws SQLException {
        byte[][] values = rows.stream().map(column).toArray(byte[][]::new);
        insert.setArray(index, connection.createArrayOf("bytea", values));
    }
}
