package io.writ.ledger.persistence;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Counted by columns: whoever asks has compared them with the canonical texts. Streams if the connection is inside a
 * transaction.
 */
final class StoredRuns implements RunRows {

    private static final int ROWS_FETCHED = 1_000;

    private static final String RUNS = """
            select run.session_id, run.opened, i.decision_id, t.decision_id, t.canonical, e.lane, e.seq,
                   run.records, run.answered, run.units
              from (select session_id,
                           bool_or(event = 'create_session') as opened,
                           count(*) filter (where after_end is null) as records,
                           count(units) filter (where after_end is null) as answered,
                           coalesce(sum(units) filter (where after_end is null), 0) as units
                      from writ.decision where session_id is not null group by session_id) run
              left join writ.decision i
                on i.session_id = run.session_id and i.kind = 3 and i.event = 'create_session'
              left join writ.decision t on t.closes = i.decision_id
              left join writ.ledger_entry e on e.record_id = t.decision_id
            """;

    private static final String UNENDED = """
            select i.decision_id, i.canonical, e.lane, e.seq, p.due_at, now()
              from writ.decision i
              left join writ.ledger_entry e on e.record_id = i.decision_id
              left join writ.pending_intent p on p.intent_id = i.decision_id
             where i.kind = 3
               and not exists (select from writ.decision t where t.closes = i.decision_id)
            """;

    private static final String WITHOUT_INTENT = """
            select t.decision_id, t.closes, e.lane, e.seq
              from writ.decision t
              left join writ.ledger_entry e on e.record_id = t.decision_id
             where t.closes is not null
               and not exists (select from writ.decision i where i.decision_id = t.closes and i.kind = 3)
            """;

    private static final String DOUBLES = """
            select t.decision_id, t.closes, e.lane, e.seq
              from (select closes, min(decision_id::text)::uuid as first
                      from writ.decision where closes is not null group by closes having count(*) > 1) twice
              join writ.decision t on t.closes = twice.closes and t.decision_id <> twice.first
              left join writ.ledger_entry e on e.record_id = t.decision_id
            """;

    private static final String GAPS = """
            select t.decision_id, t.closes, e.lane, e.seq
              from writ.decision t
              left join writ.ledger_entry e on e.record_id = t.decision_id
             where t.kind = 5
             order by e.lane, e.seq
            """;

    private static final String TOTALS = """
            select count(*) filter (where kind = 3), count(*) filter (where kind = 4), count(*) filter (where kind = 5)
              from writ.decision where kind <> 2
            """;

    private final Connection connection;

    StoredRuns(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void runs(Consumer<Run> visitor) throws SQLException {
        each(
                RUNS,
                row -> visitor.accept(new Run(
                        row.getString(1),
                        row.getBoolean(2),
                        row.getObject(4) == null ? Optional.empty() : Optional.of(standing(row, 4, 6)),
                        Optional.ofNullable(text(row, 5)),
                        row.getLong(8),
                        row.getLong(9),
                        row.getLong(10))));
    }

    @Override
    public void unended(Consumer<Unended> visitor) throws SQLException {
        each(
                UNENDED,
                row -> visitor.accept(new Unended(
                        standing(row, 1, 3),
                        String.valueOf(text(row, 2)),
                        Optional.ofNullable(row.getObject(5, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        row.getObject(6, OffsetDateTime.class).toInstant())));
    }

    @Override
    public void endingsWithoutIntent(Consumer<Ending> visitor) throws SQLException {
        endings(WITHOUT_INTENT, visitor);
    }

    @Override
    public void furtherEndings(Consumer<Ending> visitor) throws SQLException {
        endings(DOUBLES, visitor);
    }

    @Override
    public void gaps(Consumer<Ending> visitor) throws SQLException {
        endings(GAPS, visitor);
    }

    @Override
    public Totals totals() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(TOTALS);
                ResultSet row = query.executeQuery()) {
            row.next();
            return new Totals(row.getLong(1), row.getLong(2), row.getLong(3));
        }
    }

    private void endings(String sql, Consumer<Ending> visitor) throws SQLException {
        each(sql, row -> visitor.accept(new Ending(standing(row, 1, 3), row.getObject(2, UUID.class))));
    }

    private void each(String sql, RowReader reader) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setFetchSize(ROWS_FETCHED);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    private static Standing standing(ResultSet row, int id, int lane) throws SQLException {
        return new Standing(row.getObject(id, UUID.class), row.getLong(lane), row.getLong(lane + 1));
    }

    private static @Nullable String text(ResultSet row, int column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    /** Reads one row. */
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }
}
