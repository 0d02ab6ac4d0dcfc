package io.writ.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.ledger.MigratedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartitionUpkeepTest {

    private static final String NEXT_MONTH =
            "writ.decision_' || to_char((now() at time zone 'UTC') + interval '1 month', 'YYYY_MM')";

    private static MigratedPostgres postgres;

    @BeforeAll
    static void startDatabase() throws Exception {
        postgres = MigratedPostgres.start();
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void emptyDatabase() throws Exception {
        postgres.reset();
    }

    @Test
    void aPartitionThatIsMissingIsMade() throws SQLException {
        owner("do $$ begin execute 'drop table " + NEXT_MONTH + "; end $$");
        assertThat(hasNextMonth()).isFalse();

        assertThat(new PartitionUpkeep(postgres.asSequencer()).attend()).isEmpty();

        assertThat(hasNextMonth()).isTrue();
    }

    @Test
    void partitionsOfEntriesKeepAheadOfTheLanes() throws SQLException {
        owner("select setval('writ.ledger_lane_lane_seq', 3 * 65536)");

        assertThat(new PartitionUpkeep(postgres.asSequencer()).attend()).isEmpty();

        assertThat(exists("'writ.ledger_entry_4'")).isTrue();
    }

    @Test
    void whoHoldsTheTableIsNotWaitedForAndTheRestIsMade() throws SQLException {
        owner("do $$ begin execute 'drop table " + NEXT_MONTH + "; end $$");
        owner("do $$ begin execute 'drop table " + NEXT_MONTH.replace("decision", "evidence") + "; end $$");
        try (Connection reader = postgres.asOwner().getConnection();
                var statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("lock table writ.decision in access exclusive mode");

            assertThat(new PartitionUpkeep(postgres.asSequencer()).attend())
                    .contains("no partition of writ.decision could be made");
        }
        assertThat(exists("'" + NEXT_MONTH.replace("decision", "evidence"))).isTrue();
    }

    @Test
    void rowsWithoutAPartitionAreSpokenOf() throws SQLException {
        owner("insert into writ.decision (decision_id, tenant_id, trace_id, kind, event, occurred_at, canonical)"
                + " values (gen_random_uuid(), 'acme', 't', 2, 'e', now(), '')");

        assertThat(new PartitionUpkeep(postgres.asSequencer()).attend())
                .isEqualTo("writ.decision_default holds rows that no partition was there for.");
    }

    private static boolean hasNextMonth() throws SQLException {
        return exists("'" + NEXT_MONTH);
    }

    private static boolean exists(String table) throws SQLException {
        try (Connection connection = postgres.asOwner().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select to_regclass(" + table + ") is not null")) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    private static void owner(String sql) throws SQLException {
        try (Connection connection = postgres.asOwner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
