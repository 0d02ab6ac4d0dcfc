package io.writ.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Digest;
import io.writ.ledger.EntryKind;
import io.writ.ledger.InclusionOutcome;
import io.writ.ledger.LedgerHash;
import io.writ.ledger.LedgerVerifier;
import io.writ.ledger.MigratedPostgres;
import io.writ.ledger.OneConnection;
import io.writ.ledger.VerificationReport;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Measures what docs/SCALING.md says. It is no test of the build: run it by its name,
 * {@code -Dtest=GrowthMeasurement -Dwrit.growth.entries=10000,100000,1000000}.
 */
class GrowthMeasurement {

    private static final int ROUNDS = 7;
    private static final int INSERTS = 300;
    private static final int PROOFS = 2_000;

    @Test
    void nothingDependsOnTheNumberOfEntries() throws Exception {
        try (MigratedPostgres postgres = MigratedPostgres.start()) {
            // The server of the tests is not durable unless it is told to be.
            run(postgres, "alter system set fsync = on");
            run(postgres, "alter system set synchronous_commit = on");
            run(postgres, "alter system set max_wal_size = '4GB'");
            run(postgres, "select pg_reload_conf()");
            GrowthRows rows = new GrowthRows(postgres.asOwner());
            rows.setUp();
            long there = 0;
            for (String size :
                    System.getProperty("writ.growth.entries", "10000").split(",", -1)) {
                long wanted = Long.parseLong(size);
                rows.add(wanted - there);
                there = wanted;
                measure(postgres, rows, wanted);
            }
            storage(postgres, there);
            plans(postgres);
        }
    }

    private void measure(MigratedPostgres postgres, GrowthRows rows, long size) throws SQLException {
        Sequencer sequencer = new Sequencer(new LogIdentity(LogKeys.SIGNER, Clock.systemUTC()), LogKeys.NOTARY);
        long folded = 0;
        long begin = System.nanoTime();
        try (Connection connection = postgres.asSequencer().getConnection()) {
            connection.setAutoCommit(false);
            for (int now = 1; now > 0; folded += now) {
                now = sequencer.cycle(connection).folded();
            }
        }
        say("%,d entries: sequencer catches up with %,.0f leaves/s", size, folded / seconds(begin));
        begin = System.nanoTime();
        try (Connection connection = postgres.asSequencer().getConnection()) {
            connection.setAutoCommit(false);
            new Sequencer(new LogIdentity(LogKeys.SIGNER, Clock.systemUTC()), LogKeys.NOTARY).cycle(connection);
        }
        say("%,d entries: a new sequencer is ready after %.1f ms", size, seconds(begin) * 1e3);
        proofs(postgres, size);
        inserts(postgres, rows, size);
        begin = System.nanoTime();
        VerificationReport report = LedgerVerifier.over(postgres.asAuditor()).verify();
        assertThat(report.sentences()).isEmpty();
        say("%,d entries: verified with bodies and tree at %,.0f entries/s", size, report.entries() / seconds(begin));
    }

    private void proofs(MigratedPostgres postgres, long size) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (Connection connection = postgres.asOwner().getConnection();
                Statement query = connection.createStatement();
                ResultSet rows =
                        query.executeQuery("select decision_id from writ.decision order by random() limit " + PROOFS)) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        List<Double> millis = new ArrayList<>();
        try (Connection connection = postgres.asApp().getConnection()) {
            DatabaseTree tree = new DatabaseTree(new OneConnection(connection), Clock.systemUTC());
            for (UUID id : ids) {
                long begin = System.nanoTime();
                assertThat(tree.inclusion(id)).isInstanceOf(InclusionOutcome.Proven.class);
                millis.add(seconds(begin) * 1e3);
            }
        }
        List<Double> sorted = millis.stream().sorted().toList();
        say(
                "%,d entries: proof p50 %.2f ms, p99 %.2f ms",
                size, sorted.get(ids.size() / 2), sorted.get(ids.size() * 99 / 100));
    }

    /** Rounds alternate, and ratios are formed within a round: the machine has other work. */
    private void inserts(MigratedPostgres postgres, GrowthRows rows, long size) throws SQLException {
        List<Double> ratios = new ArrayList<>();
        double with = 0;
        double without = 0;
        try (Connection connection = postgres.asOwner().getConnection()) {
            for (int round = 0; round < ROUNDS; round++) {
                without = insertsPerSecond(connection, -1);
                with = insertsPerSecond(connection, rows.openLane());
                ratios.add(with / without);
            }
        }
        say(
                "%,d entries: %,.0f inserts/s with an entry, %,.0f without (last round); ratio %.2f (median of %d)",
                size, with, without, ratios.stream().sorted().toList().get(ROUNDS / 2), ROUNDS);
    }

    private static double insertsPerSecond(Connection connection, long lane) throws SQLException {
        Digest head = LedgerHash.genesis(Math.max(lane, 0), new UUID(1, 2), "growth");
        long begin = System.nanoTime();
        try (PreparedStatement insert =
                connection.prepareStatement(lane < 0 ? GrowthRows.WITHOUT_ENTRY : GrowthRows.WITH_ENTRY)) {
            for (int seq = 1; seq <= INSERTS; seq++) {
                UUID id = id();
                byte[] body = ("{\"filler\":\"" + "x".repeat(400) + "\",\"record_id\":\"" + id + "\"}")
                        .getBytes(StandardCharsets.UTF_8);
                Digest leaf = LedgerHash.leaf(body);
                insert.setObject(1, id);
                insert.setBytes(2, body);
                insert.setObject(3, id);
                insert.setBytes(4, leaf.bytes());
                if (lane >= 0) {
                    head = LedgerHash.entry(head, lane, seq, EntryKind.DECISION, leaf);
                    insert.setLong(5, lane);
                    insert.setLong(6, seq);
                    insert.setObject(7, id);
                    insert.setBytes(8, leaf.bytes());
                    insert.setBytes(9, head.bytes());
                }
                insert.execute();
            }
        }
        return INSERTS / seconds(begin);
    }

    private void storage(MigratedPostgres postgres, long entries) throws SQLException {
        String sql = """
                select regexp_replace(relname, '_([0-9_]+|default)(_|$).*', ''), relkind = 'i', sum(pg_relation_size(oid)
                       + case when reltoastrelid <> 0 then pg_total_relation_size(reltoastrelid) else 0 end)
                  from pg_class where relnamespace = 'writ'::regnamespace and relkind in ('r', 'i')
                 group by 1, 2 having sum(pg_relation_size(oid)) > 100000 order by 3 desc""";
        try (Connection connection = postgres.asOwner().getConnection();
                Statement query = connection.createStatement();
                ResultSet rows = query.executeQuery(sql)) {
            while (rows.next()) {
                say(
                        "storage: %-32s %s %8.1f B per decision",
                        rows.getString(1), rows.getBoolean(2) ? "index" : "table", rows.getLong(3) / (double) entries);
            }
        }
    }

    private void plans(MigratedPostgres postgres) throws SQLException {
        List<String> questions = List.of(
                "select * from writ.ledger_entry where record_id = (select decision_id from writ.decision limit 1)",
                "select * from writ.decision where decision_id < uuidv7() order by decision_id desc limit 100",
                "select * from writ.decision where tenant_id = 'growth' order by occurred_at desc, decision_id desc limit 50",
                "select * from writ.evidence where session_id = 's1' order by decision_id, ord limit 100");
        try (Connection connection = postgres.asOwner().getConnection();
                Statement query = connection.createStatement()) {
            for (String question : questions) {
                say("plan of: %s", question);
                try (ResultSet rows = query.executeQuery("explain (analyze, costs off, buffers) " + question)) {
                    while (rows.next()) {
                        say("    %s", rows.getString(1));
                    }
                }
            }
        }
    }

    private static UUID id() {
        UUID random = UUID.randomUUID();
        long high = (Clock.systemUTC().millis() << 16) | 0x7000L | (random.getMostSignificantBits() & 0x0fffL);
        return new UUID(high, random.getLeastSignificantBits());
    }

    private static void run(MigratedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = postgres.asOwner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
