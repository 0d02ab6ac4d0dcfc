package io.writ.benchmarks.ledger;

import io.writ.benchmarks.load.ClosedLoop;
import io.writ.benchmarks.load.Load;
import io.writ.benchmarks.load.Percentile;
import io.writ.cli.database.DatabaseAccess;
import io.writ.ledger.LogKey;
import io.writ.ledger.tree.Sequencing;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** G10: from the acknowledgement of a decision to the moment when a reader sees a checkpoint over it. */
final class InclusionScenario implements Scenario {

    private static final int CALLERS = 32;
    private static final long POLL_MILLIS = 2;

    private static final String PLACES = "select e.record_id, r.tree_index + e.seq - r.from_seq"
            + " from writ.ledger_entry e"
            + " join writ.tree_range r on r.lane = e.lane and e.seq >= r.from_seq and e.seq < r.from_seq + r.n";

    @Override
    public String name() {
        return "timing inclusion in the signed tree";
    }

    @Override
    public void run(Field field, Notes notes) throws SQLException {
        long[] usual = waits(field, WithTree.CYCLE);
        long[] fast = waits(field, WithTree.CYCLE.dividedBy(2));
        notes.note(
                "G10",
                new Outcome.Measured(List.of(
                        leg("p50", Percentile.millis(usual, 0.50), 65, 65),
                        leg("p99", Percentile.millis(usual, 0.99), 200, 150),
                        leg("50 ms cycle p99", Percentile.millis(fast, 0.99), Double.MAX_VALUE, 110))));
    }

    private static Leg leg(String what, double millis, double must, double ambition) {
        return new Leg(String.format(Locale.ROOT, "%s %.0f ms", what, millis), millis, false, must, ambition);
    }

    private static long[] waits(Field field, Duration cycle) throws SQLException {
        field.ground().clear();
        DatabaseAccess access = field.cluster().access();
        Map<UUID, Long> acknowledged = new ConcurrentHashMap<>();
        NavigableMap<Long, Long> seen;
        Writing design = new PathT(field.source(), CALLERS, false).open(access, CALLERS);
        try (Sequencing _ = Sequencing.start(access.asSequencer(), LogKey.mint("writ.local/g10"), cycle);
                Watch watch = new Watch(access)) {
            ClosedLoop loop = ClosedLoop.start(
                    CALLERS,
                    index -> caller(design, index, acknowledged),
                    Thread.ofPlatform().name("caller-", 0).factory());
            Pause.millis(field.choice().pace().rampMillis()
                    + 2 * field.choice().pace().windowMillis());
            loop.end();
            design.close();
            WithTree.awaitFolded(access);
            Pause.millis(10 * POLL_MILLIS);
            seen = watch.end();
        }
        LedgerCheck check = new LedgerCheck(field.ground());
        check.ledger("timing inclusion");
        check.tree("timing inclusion");
        return sorted(access, acknowledged, seen);
    }

    private static Load.CallerLoop caller(Writing design, int index, Map<UUID, Long> acknowledged) {
        return design.caller(index, row -> acknowledged.put(row.id(), System.nanoTime()));
    }

    private static long[] sorted(DatabaseAccess access, Map<UUID, Long> acknowledged, NavigableMap<Long, Long> seen)
            throws SQLException {
        List<Long> waits = new ArrayList<>();
        try (Connection connection = access.asAuditor().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(PLACES)) {
            while (rows.next()) {
                Long told = acknowledged.get(rows.getObject(1, UUID.class));
                // The first size larger than the index covers it.
                Map.Entry<Long, Long> covering = seen.higherEntry(rows.getLong(2));
                if (told == null || covering == null) {
                    throw new RunRejected("timing inclusion", "an entry is under no checkpoint that was seen");
                }
                waits.add(Math.max(0, covering.getValue() - told));
            }
        }
        return waits.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    /** Looks at the newest checkpoint all the time, as an impatient reader. */
    private static final class Watch implements AutoCloseable {

        private final NavigableMap<Long, Long> sizes = new TreeMap<>();
        private final AtomicBoolean over = new AtomicBoolean();
        private final Connection connection;
        private final Thread thread;

        Watch(DatabaseAccess access) throws SQLException {
            connection = access.asAuditor().getConnection();
            thread = Thread.ofPlatform().name("watch").start(this::look);
        }

        NavigableMap<Long, Long> end() throws SQLException {
            close();
            return sizes;
        }

        @Override
        public void close() throws SQLException {
            over.set(true);
            try {
                thread.join();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            connection.close();
        }

        private void look() {
            String sql = "select coalesce(max(size), 0) from writ.tree_checkpoint";
            try (var statement = connection.prepareStatement(sql)) {
                while (!over.get()) {
                    try (ResultSet row = statement.executeQuery()) {
                        row.next();
                        sizes.putIfAbsent(row.getLong(1), System.nanoTime());
                    }
                    Pause.millis(POLL_MILLIS);
                }
            } catch (SQLException failed) {
                over.set(true);
            }
        }
    }
}
