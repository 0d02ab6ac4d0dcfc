package io.writ.benchmarks.ledger;

import io.writ.benchmarks.load.Percentile;
import io.writ.cli.database.DatabaseAccess;
import io.writ.ledger.InclusionOutcome;
import io.writ.ledger.LedgerTree;
import io.writ.ledger.LedgerVerifier;
import io.writ.ledger.LogKey;
import io.writ.ledger.VerificationProgress;
import io.writ.ledger.VerificationReport;
import io.writ.ledger.tree.Sequencing;
import io.writ.ledger.tree.TreeReading;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** G15 and G16: a large ledger is verified from the database, and proofs are asked of it. */
final class AuditScenario implements Scenario {

    private static final int ENTRIES = 1_000_000;
    private static final int ENTRIES_QUICK = 100_000;
    private static final int PROOFS = 5_000;
    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final Duration PROOFS_MAX = Duration.ofSeconds(10);

    /** Entries come much faster than in a real log, so cycles do too: a range is as long as a batch. */
    private static final Duration CYCLE = Duration.ofMillis(10);

    @Override
    public String name() {
        return "verifying a large ledger";
    }

    @Override
    public void run(Field field, Notes notes) throws SQLException {
        int entries = field.choice().quick() ? ENTRIES_QUICK : ENTRIES;
        DatabaseAccess access = field.cluster().access();
        field.ground().clear();
        try (Sequencing _ = Sequencing.start(access.asSequencer(), LogKey.mint("writ.local/g15"), CYCLE)) {
            new LedgerLoader(access, new Decisions.Source(Decisions.Shape.WITHOUT_EVIDENCE)).load(entries);
            WithTree.awaitFolded(access);
        }
        field.ground().run("vacuum analyze");
        field.ground().run("checkpoint");
        LedgerCheck check = new LedgerCheck(field.ground());
        check.tree("loading a large ledger");
        String size = entries == ENTRIES ? "" : String.format(Locale.ROOT, " at %,d entries", entries);
        if (field.choice().wants("G15")) {
            notes.note("G15", verification(access, size));
        }
        if (field.choice().wants("G16")) {
            notes.note("G16", proofs(field, access, size));
        }
    }

    private static Outcome verification(DatabaseAccess access, String size) {
        Phases phases = new Phases();
        VerificationReport report =
                LedgerVerifier.over(access.asAuditor(), phases).verify();
        if (!report.isIntact()) {
            throw new RunRejected("verifying a large ledger", "it is not intact: " + report.findings());
        }
        double chains = report.entries() / phases.chainSeconds();
        double bodies = report.records() / phases.bodySeconds();
        return new Outcome.Measured(List.of(
                leg("chains %,.0f k/s", chains, 731_000, Double.MAX_VALUE),
                leg("bodies %,.0f k/s" + size, bodies, 57_000, Double.MAX_VALUE)));
    }

    private static Leg leg(String format, double perSecond, double must, double ambition) {
        return new Leg(String.format(Locale.ROOT, format, perSecond / 1e3), perSecond, true, must, ambition);
    }

    private static Outcome proofs(Field field, DatabaseAccess access, String size) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        field.ground()
                .texts("select record_id::text from writ.ledger_entry order by random() limit " + 2 * PROOFS)
                .forEach(id -> ids.add(UUID.fromString(id)));
        long[] nanos;
        try (PooledSession session = new PooledSession(access.url(), access.app())) {
            LedgerTree tree = TreeReading.over(session);
            // The first part is for the compiler and for the statements' plans.
            timed(tree, ids.subList(PROOFS, 2 * PROOFS), WARM_UP);
            nanos = timed(tree, ids.subList(0, PROOFS), PROOFS_MAX);
        }
        double p50 = Percentile.millis(nanos, 0.50);
        double p99 = Percentile.millis(nanos, 0.99);
        String text = String.format(Locale.ROOT, "p99 %.2f ms (p50 %.2f)%s", p99, p50, size);
        return new Outcome.Measured(List.of(new Leg(text, p99, false, 3, 1)));
    }

    /** Nanoseconds of each proof, ascending; as many as the time allows. */
    private static long[] timed(LedgerTree tree, List<UUID> ids, Duration max) {
        long[] nanos = new long[ids.size()];
        int count = 0;
        long end = System.nanoTime() + max.toNanos();
        long before = System.nanoTime();
        while (count < ids.size() && before < end) {
            prove(tree, ids.get(count));
            long after = System.nanoTime();
            nanos[count++] = after - before;
            before = after;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private static void prove(LedgerTree tree, UUID id) {
        if (!(tree.inclusion(id) instanceof InclusionOutcome.Proven)) {
            throw new RunRejected("asking for proofs", "entry " + id + " is not proven");
        }
    }

    /** When the verifier went over from chains to records, and when it was through with those. */
    private static final class Phases implements VerificationProgress {

        private final long begin = System.nanoTime();
        private long firstRecord;
        private long lastRecord;

        @Override
        public void reached(long entries, long records) {
            if (records > 0) {
                long now = System.nanoTime();
                firstRecord = firstRecord == 0 ? now : firstRecord;
                lastRecord = now;
            }
        }

        double chainSeconds() {
            return (firstRecord - begin) / 1e9;
        }

        double bodySeconds() {
            return (lastRecord - firstRecord) / 1e9;
        }
    }
}
