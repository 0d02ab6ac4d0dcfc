package io.writ.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.writ.ledger.MigratedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartitionUpkeepTest {

    private static final String NEXT_MONTH =
            "writ.decision_' || to_char((now() at time zone 'UTC') + interval '1 month', 'YYYY_MM')";

    private static final String THIS_MONTH = "writ.decision_' || to_char(now() at time zone 'UTC', 'YYYY_MM')";

    private static MigratedPostgres postgres;

    private final SequencerState state = new SequencerState();

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

        assertThat(attend()).isEmpty();

        assertThat(hasNextMonth()).isTrue();
    }

    @Test
    void partitionsOfEntriesKeepAheadOfTheLanes() throws SQLException {
        owner("select setval('writ.ledger_lane_lane_seq', 3 * 65536)");

        assertThat(attend()).isEmpty();

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

            assertThat(attend()).contains("no partition of writ.decision could be made");
        }
        assertThat(exists("'" + NEXT_MONTH.replace("decision", "evidence"))).isTrue();
    }

    @Test
    void rowsThatCameBeforeTheirPartitionAreMovedIntoIt() throws SQLException {
        owner("do $$ begin execute 'drop table " + THIS_MONTH + "; end $$");
        owner("select setval('writ.ledger_lane_lane_seq', 5 * 65536)");
        decision("uuidv7()");
        decision("writ.id_at('2025-03-05')");
        owner("insert into writ.ledger_entry values (3 * 65536 + 1, 1, 2, uuidv7(), sha256(''), sha256(''))");

        assertThat(upkeep().attend()).isEqualTo(Duration.ofMinutes(1));
        assertThat(exists("'" + THIS_MONTH)).isTrue();
        assertThat(exists("'writ.decision_2025_03'"))
                .as("one at a time: others wait until the transaction ends")
                .isFalse();
        assertThat(state.upkeep()).isEmpty();

        assertThat(attend()).isEmpty();

        assertThat(number("select count(*) from writ.decision_2025_03")).isEqualTo(1);
        assertThat(number("select count(*) from writ.ledger_entry_3")).isEqualTo(1);
        assertThat(number("select count(*) from writ.decision")).isEqualTo(2);
        assertThat(number("select count(*) from writ.decision_default")).isZero();
        assertThatThrownBy(() -> owner("delete from writ.decision")).hasMessageContaining("append-only");
        decision("writ.id_at('1999-01-01')");
        assertThatThrownBy(() -> owner("delete from writ.decision_default")).hasMessageContaining("append-only");
    }

    @Test
    void moreRowsThanASecondMovesAreLeftToAQuietHourAndTheOtherPartitionsAreMade() throws SQLException {
        owner("do $$ begin execute 'drop table " + NEXT_MONTH + "; end $$");
        for (int row = 0; row < 3; row++) {
            decision("overlay(writ.id_at('2025-03-05')::text placing '" + row + "' from 36)::uuid");
        }

        assertThat(text("select writ.extend_partitions(2)"))
                .contains("for 2025-03-01", "more than 2 rows", "run './writ migrate'");
        assertThat(hasNextMonth()).isTrue();
        assertThat(text("select writ.extend_partitions(3)")).isEqualTo("Rows were moved, and more may wait.");
        assertThat(text("select writ.extend_partitions(3)")).isEmpty();
        assertThat(number("select count(*) from writ.decision_2025_03")).isEqualTo(3);
    }

    @Test
    void idsOfATimeFarAheadAreSpokenOf() throws SQLException {
        decision("writ.id_at(now() + interval '2 years')");

        assertThat(attend())
                .isEqualTo("writ.decision_default holds rows of months far ahead: look at the clocks of the servers.");
        assertThat(state.upkeep()).startsWith("writ.decision_default holds rows");
    }

    @Test
    void aNoticeThatCannotBeReadOrThatTheLogDoesNotHoldStopsNothing() throws SQLException {
        decision("writ.id_at('2025-03-05')");
        owner("insert into writ.ledger_notice values (uuidv7(), 9, now(), '\\xff')");
        owner("insert into writ.ledger_notice values (uuidv7(), 9, now(), '{\"from_id\":\"soon\"}')");
        owner("insert into writ.ledger_notice values (uuidv7(), 9, now(),"
                + " convert_to('{\"from_id\":\"00000000-0000-0000-0000-000000000000\",'"
                + " || '\"below_id\":\"ffffffff-0000-0000-0000-000000000000\"}', 'UTF8'))");
        owner("insert into writ.ledger_entry select 1, row_number() over (), 9, record_id, sha256(''), sha256('')"
                + " from writ.ledger_notice where canonical not like convert_to('%ffffffff%', 'UTF8')");

        assertThat(attend()).isEmpty();

        assertThat(number("select count(*) from writ.decision_2025_03")).isEqualTo(1);
    }

    @Test
    void whateverKeepsOnePartitionFromBeingMadeTheOthersAreMade() throws SQLException {
        owner("do $$ begin execute 'drop table " + NEXT_MONTH + "; end $$");
        owner("do $$ begin execute 'drop table " + THIS_MONTH + "; end $$");
        owner("do $$ begin execute 'create type " + THIS_MONTH.replace("'YYYY_MM')", "'YYYY_MM') || ' as enum ()'")
                + "; end $$");

        assertThat(attend()).contains("no partition of writ.decision could be made for");

        assertThat(hasNextMonth()).isTrue();
    }

    private String attend() {
        Duration pause = Duration.ofMinutes(1);
        while (pause.equals(Duration.ofMinutes(1))) {
            pause = upkeep().attend();
        }
        return state.upkeep();
    }

    private PartitionUpkeep upkeep() {
        return new PartitionUpkeep(postgres.asSequencer(), state::upkeep);
    }

    private static void decision(String id) throws SQLException {
        owner("insert into writ.decision (decision_id, tenant_id, trace_id, kind, event, occurred_at, canonical)"
                + " values (" + id + ", 'acme', 't', 2, 'e', now(), '')");
    }

    private static long number(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    private static String text(String sql) throws SQLException {
        try (Connection connection = postgres.asOwner().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
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
