package io.writ.benchmarks.ledger;

import io.writ.cli.database.DatabaseAccess;
import io.writ.governance.persistence.Recordable;
import io.writ.governance.persistence.RowsWithoutLedger;
import io.writ.ledger.EntryKind;
import io.writ.ledger.LedgerEntry;
import io.writ.ledger.append.EntryInsert;
import io.writ.ledger.append.LaneLease;
import io.writ.ledger.append.PlainLanes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Fills a ledger fast: a thousand decisions in one transaction, chained in lanes as always. */
final class LedgerLoader {

    private static final int BATCH = 1_000;
    private static final int WRITERS = 2;

    private static final String ENTRIES = "insert into writ.ledger_entry (" + EntryInsert.COLUMNS
            + ") select * from unnest(?::bigint[], ?::bigint[], ?::smallint[], ?::uuid[], ?::bytea[], ?::bytea[])";

    private final DatabaseAccess access;
    private final Decisions.Source source;

    LedgerLoader(DatabaseAccess access, Decisions.Source source) {
        this.access = access;
        this.source = source;
    }

    /** Loads so many, rounded up to whole batches. */
    void load(int decisions) {
        PlainLanes lanes = PlainLanes.over(access.asApp(), "bench", WRITERS);
        int batches = Math.ceilDiv(decisions, BATCH * WRITERS);
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                Decisions own = source.of(writer);
                writers.add(threads.submit(() -> write(lanes, own, batches)));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while loading", stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("loading failed: " + failed.getMessage(), failed);
        }
    }

    private Void write(PlainLanes lanes, Decisions decisions, int batches) throws SQLException {
        try (Connection connection = access.asApp().getConnection()) {
            connection.setAutoCommit(false);
            for (int batch = 0; batch < batches; batch++) {
                PlainLanes.Ended ending = PlainLanes.Ended.UNKNOWN;
                lanes.begin();
                try {
                    write(connection, lanes.lanes().lease(), decisions);
                    connection.commit();
                    ending = PlainLanes.Ended.COMMITTED;
                } finally {
                    lanes.end(ending);
                }
            }
            return null;
        }
    }

    private static void write(Connection connection, LaneLease lease, Decisions decisions) throws SQLException {
        List<Recordable> rows = new ArrayList<>();
        List<LedgerEntry> entries = new ArrayList<>();
        for (int number = 0; number < BATCH; number++) {
            Recordable decision = decisions.next();
            rows.add(decision);
            entries.add(lease.next(EntryKind.DECISION, decision.id(), decision.leaf()));
        }
        RowsWithoutLedger.insert(connection, rows);
        try (PreparedStatement insert = connection.prepareStatement(ENTRIES)) {
            bind(insert, 1, "bigint", column(entries, LedgerEntry::lane, new Long[0]));
            bind(insert, 2, "bigint", column(entries, LedgerEntry::seq, new Long[0]));
            bind(
                    insert,
                    3,
                    "smallint",
                    column(entries, entry -> (short) entry.kind().number(), new Short[0]));
            bind(insert, 4, "uuid", column(entries, LedgerEntry::recordId, new UUID[0]));
            bind(insert, 5, "bytea", column(entries, entry -> entry.leaf().bytes(), new byte[0][]));
            bind(insert, 6, "bytea", column(entries, entry -> entry.entry().bytes(), new byte[0][]));
            insert.executeUpdate();
        }
    }

    private static void bind(PreparedStatement insert, int index, String type, Object[] values) throws SQLException {
        insert.setArray(index, insert.getConnection().createArrayOf(type, values));
    }

    private static <T> T[] column(List<LedgerEntry> entries, Function<LedgerEntry, T> value, T[] type) {
        return entries.stream().map(value).toList().toArray(type);
    }
}
