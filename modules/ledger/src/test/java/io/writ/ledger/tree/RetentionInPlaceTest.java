package io.writ.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.ledger.LedgerRetention;
import io.writ.ledger.MigratedPostgres;
import io.writ.ledger.RetentionOutcome;
import io.writ.ledger.Verdict;
import io.writ.ledger.VerificationReport;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes is what was folded: rows outside of their partition, and others at work, keep everything in place. */
class RetentionInPlaceTest {

    private static final Instant OCTOBER = Instant.parse("2025-10-01T00:00:00Z");

    private static final String MOVE_ALL =
            "do $$ begin while writ.extend_partitions(100) like '%Rows were moved%' loop end loop; end $$";

    private static MigratedPostgres postgres;

    private final LedgerRetention retention = new LedgerRetention(postgres.asOwner(), Clock.systemUTC());
    private OldMonths months;

    @BeforeAll
    static void startDatabase() throws Exception {
        postgres = MigratedPostgres.start();
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void recordsOfAugustSeptemberAndOctober() throws Exception {
        months = OldMonths.in(postgres);
    }

    @Test
    void rowsOfAMonthThatHadNoPartitionKeepEverythingUntilTheyAreMovedThere() throws SQLException {
        for (String table : List.of("decision", "evidence", "personal_value")) {
            months.owner("select writ.add_month('" + table + "', '2025-12-01')");
        }
        months.record(Instant.parse("2025-11-03T00:00:00Z"));
        months.record(Instant.parse("2025-12-03T00:00:00Z"));
        months.sequence();
        Instant january = Instant.parse("2026-01-01T00:00:00Z");

        for (RetentionOutcome outcome : List.of(retention.preview(january), retention.retire(january))) {
            assertThat(problem(outcome)).contains("default partition", "'./writ migrate' moves them");
        }
        months.owner(MOVE_ALL);

        assertThat(retention.retire(january)).isInstanceOf(RetentionOutcome.Retired.class);
        months.sequence();
        VerificationReport report = months.verify();
        assertThat(report.verdict()).isEqualTo(Verdict.GAP_DISCLOSED);
        assertThat(report.retired()).isEqualTo(43);
    }

    @Test
    void evidenceThatIsNotInItsMonthIsNotLeftBehind() throws SQLException {
        months.owner("drop table writ.evidence_2025_10");
        months.record(Instant.parse("2025-10-05T00:00:00Z"));
        months.sequence();

        assertThat(problem(retention.retire(Instant.parse("2025-11-01T00:00:00Z"))))
                .contains("default partition");

        assertThat(months.number("select count(*) from writ.evidence")).isEqualTo(41);
    }

    @Test
    void whatComesLateWithAnIdOfARetiredMonthStaysAndStopsNothing() throws SQLException {
        months.sequence();
        retention.retire(OCTOBER);
        months.record(Instant.parse("2025-08-03T00:00:00Z"));
        // The next notice spans the months of the first one.
        months.owner("select writ.add_month('decision', '2025-07-01')");
        months.owner(MOVE_ALL);
        months.sequence();

        assertThat(retention.retire(Instant.parse("2025-11-01T00:00:00Z")))
                .isInstanceOfSatisfying(
                        RetentionOutcome.Retired.class,
                        retired -> assertThat(retired.bodies().rows()).containsEntry("decision", 1L));
        months.sequence();
        assertThat(months.verify().verdict()).isEqualTo(Verdict.GAP_DISCLOSED);
        assertThat(months.verify().retired()).isEqualTo(41);
        assertThat(months.number("select count(*) from writ.decision_default")).isEqualTo(1);
    }

    @Test
    void aReaderOfTheMonthsIsWaitedForBrieflyAndNothingIsHalfGone() throws SQLException {
        months.sequence();
        try (Connection reader = postgres.asAuditor().getConnection();
                var statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("select count(*) from writ.decision");

            assertThat(problem(retention.retire(OCTOBER))).contains("repeat when it has ended");
        }

        assertThat(months.number("select count(*) from writ.decision")).isEqualTo(41);
        assertThat(retention.retire(OCTOBER)).isInstanceOf(RetentionOutcome.Retired.class);
    }

    private static String problem(RetentionOutcome outcome) {
        assertThat(outcome).isInstanceOf(RetentionOutcome.Refused.class);
        return ((RetentionOutcome.Refused) outcome).problem();
    }
}
