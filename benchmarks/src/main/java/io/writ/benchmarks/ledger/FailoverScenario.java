package io.writ.benchmarks.ledger;

import io.writ.benchmarks.load.Loop;
import io.writ.cli.database.DatabaseAccess;
import io.writ.ledger.LogKey;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** G17: three processes that may sequence, a load, and something that happens to the one that does. */
final class FailoverScenario implements Scenario {

    private static final int CALLERS = 8;
    private static final long SETTLE_MILLIS = 2_000;
    private static final long WATCHED_MILLIS = 6_000;
    private static final int ELECTION_TRIES = 200;

    private static final String LEADER = "select a.application_name from pg_locks l join pg_stat_activity a using (pid)"
            + " where l.locktype = 'advisory' and l.granted and a.application_name like 'sequencer-%'";

    private static final String GAP = "select coalesce(max(gap), 0)::bigint from (select signed_us,"
            + " signed_us - lag(signed_us) over (order by size) as gap from writ.tree_checkpoint) pair"
            + " where signed_us >= ";

    @Override
    public String name() {
        return "killing and freezing the sequencer";
    }

    @Override
    public void run(Field field, Notes notes) throws SQLException {
        double killed = gapMillis(field, SequencerProcess::kill);
        double frozen = gapMillis(field, SequencerProcess::freeze);
        notes.note(
                "G17",
                new Outcome.Measured(List.of(
                        leg("killed %.0f ms", killed, 1_000, 300), leg("frozen %.0f ms", frozen, 3_000, 1_500))));
    }

    private static Leg leg(String format, double millis, double must, double ambition) {
        return new Leg(String.format(Locale.ROOT, format, millis), millis, false, must, ambition);
    }

    private static double gapMillis(Field field, Consumer<SequencerProcess> event) throws SQLException {
        field.ground().clear();
        DatabaseAccess access = field.cluster().access();
        String key = LogKey.mint("writ.local/g17");
        var log = field.choice().work().resolve("sequencers.log");
        try (var one = SequencerProcess.start("sequencer-1", access, key, log);
                var two = SequencerProcess.start("sequencer-2", access, key, log);
                var three = SequencerProcess.start("sequencer-3", access, key, log);
                Writing design = new PathT(field.source(), Designs.LANES_OF_A_SERVER, false).open(access, CALLERS)) {
            String leader = leader(field.ground());
            Loop loop = design.start(CALLERS, Thread.ofPlatform().factory());
            Pause.millis(SETTLE_MILLIS);
            long before = field.ground().number("select max(signed_us) from writ.tree_checkpoint");
            SequencerProcess hurt = List.of(one, two, three).stream()
                    .filter(process -> process.name().equals(leader))
                    .findFirst()
                    .orElseThrow();
            event.accept(hurt);
            Pause.millis(WATCHED_MILLIS);
            hurt.thaw();
            loop.end();
            WithTree.awaitFolded(access);
            LedgerCheck check = new LedgerCheck(field.ground());
            check.ledger("a change of the sequencer");
            check.tree("a change of the sequencer");
            return field.ground().number(GAP + before) / 1e3;
        }
    }

    private static String leader(Ground ground) throws SQLException {
        for (int tries = 0; tries < ELECTION_TRIES; tries++) {
            List<String> leaders = ground.texts(LEADER);
            if (!leaders.isEmpty()) {
                return leaders.getFirst();
            }
            Pause.millis(100);
        }
        throw new RunRejected("starting three sequencers", "none of them leads");
    }
}
