package io.writ.benchmarks.ledger;

import io.writ.benchmarks.load.Load;
import io.writ.cli.database.DatabaseAccess;
import io.writ.ledger.LogKey;
import io.writ.ledger.tree.Sequencing;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** G18: PostgreSQL is killed under load, and what was acknowledged is looked for. */
final class CrashScenario implements Scenario {

    private static final int CALLERS = 16;
    private static final long LOAD_MILLIS = 3_000;

    private final Map<String, Design> designs;

    CrashScenario(Map<String, Design> designs) {
        this.designs = Map.copyOf(designs);
    }

    @Override
    public String name() {
        return "killing PostgreSQL under load";
    }

    @Override
    public void run(Field field, Notes notes) throws SQLException {
        List<Leg> legs = new ArrayList<>();
        for (String design : List.of(Goals.T, Goals.G)) {
            if (designs.containsKey(design)) {
                legs.add(crash(field, design));
            }
        }
        notes.note("G18", new Outcome.Measured(legs));
    }

    private Leg crash(Field field, String name) throws SQLException {
        // The session of an earlier crash is gone.
        try (Ground fresh = new Ground(field.cluster())) {
            fresh.clear();
        }
        DatabaseAccess access = field.cluster().access();
        Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
        String key = LogKey.mint("writ.local/g18");
        try (Sequencing _ = Sequencing.start(access.asSequencer(), key, WithTree.CYCLE)) {
            load(field.cluster(), Designs.named(name, designs), acknowledged);
        }
        field.cluster().start(Map.of());
        try (Ground ground = new Ground(field.cluster());
                Sequencing _ = Sequencing.start(access.asSequencer(), key, WithTree.CYCLE)) {
            WithTree.awaitFolded(access);
            LedgerCheck check = new LedgerCheck(ground);
            check.ledger("a crash");
            check.tree("a crash");
        }
        Set<UUID> lost = new HashSet<>(acknowledged);
        long found = removeStored(access, lost);
        String text = String.format(
                Locale.ROOT, "%s: %,d acknowledged, %,d found, %d lost", name, acknowledged.size(), found, lost.size());
        return new Leg(text, lost.size(), false, 0, 0);
    }

    private static void load(Cluster cluster, Design design, Set<UUID> acknowledged) throws SQLException {
        List<Thread> callers = new ArrayList<>();
        Writing writing = (Writing) design.open(cluster.access(), CALLERS);
        for (int index = 0; index < CALLERS; index++) {
            Load.CallerLoop caller = writing.caller(index, row -> acknowledged.add(row.id()));
            callers.add(Thread.ofPlatform().start(() -> callUntilItBreaks(caller)));
        }
        Pause.millis(LOAD_MILLIS);
        cluster.kill();
        for (Thread caller : callers) {
            try {
                caller.join();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        closeWhatIsLeft(writing);
    }

    private static void callUntilItBreaks(Load.CallerLoop caller) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                caller.callOnce();
            } catch (Exception crashed) {
                return;
            }
        }
    }

    private static void closeWhatIsLeft(Writing writing) {
        try {
            writing.close();
        } catch (SQLException alreadyBroken) {
            return;
        }
    }

    private static long removeStored(DatabaseAccess access, Set<UUID> acknowledged) throws SQLException {
        String sql = "select decision_id from writ.decision join writ.ledger_entry on record_id = decision_id";
        long found = 0;
        try (Connection connection = access.asAuditor().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                acknowledged.remove(rows.getObject(1, UUID.class));
                found++;
            }
        }
        return found;
    }
}
