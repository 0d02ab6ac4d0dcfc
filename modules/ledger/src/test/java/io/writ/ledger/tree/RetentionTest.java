package io.writ.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.ledger.ExportOptions;
import io.writ.ledger.InclusionOutcome;
import io.writ.ledger.LedgerRetention;
import io.writ.ledger.MigratedPostgres;
import io.writ.ledger.RetentionOutcome;
import io.writ.ledger.Verdict;
import io.writ.ledger.VerificationReport;
import io.writ.ledger.persistence.DatabaseSnapshot;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies go, proofs stay, and what is gone is told from what is missing. */
class RetentionTest {

    private static final String RETIRED =
            "40 records from 2025-08-01T00:00:00Z to 2025-10-01T00:00:00Z were retired; their entries stay";

    private static final Instant OCTOBER = Instant.parse("2025-10-01T00:00:00Z");

    private static MigratedPostgres postgres;

    @TempDir
    private Path folder;

    private OldMonths months;
    private final LedgerRetention retention = new LedgerRetention(postgres.asOwner(), Clock.systemUTC());

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
    void whatWouldGoIsToldAndNothingChanges() throws SQLException {
        months.sequence();

        assertThat(retention.preview(OCTOBER)).isInstanceOfSatisfying(RetentionOutcome.Possible.class, possible -> {
            assertThat(possible.bodies().rows()).containsEntry("decision", 40L).containsEntry("evidence", 40L);
            assertThat(possible.bodies().from()).isEqualTo("2025-08-01T00:00:00Z");
            assertThat(possible.bodies().below()).isEqualTo(OCTOBER);
        });
        assertThat(months.number("select count(*) from writ.decision")).isEqualTo(41);
        assertThat(months.number("select count(*) from writ.ledger_notice")).isZero();
    }

    @Test
    void bodiesOfEndedMonthsGoAndEveryProofStays() throws SQLException {
        months.sequence();

        assertThat(retention.retire(OCTOBER)).isInstanceOf(RetentionOutcome.Retired.class);

        assertThat(months.number("select count(*) from writ.decision")).isEqualTo(1);
        assertThat(months.number("select count(*) from writ.evidence")).isEqualTo(1);
        months.sequence();
        VerificationReport report = months.verify();
        assertThat(report.verdict()).isEqualTo(Verdict.GAP_DISCLOSED);
        assertThat(report.sentences()).singleElement().asString().endsWith(RETIRED);
        assertThat(report.retired()).isEqualTo(40);
        assertThat(report.records()).as("the one of October, and the notice").isEqualTo(2);
        DatabaseTree tree = new DatabaseTree(postgres.asApp(), Clock.systemUTC());
        assertThat(tree.inclusion(months.old().getFirst())).isInstanceOf(InclusionOutcome.Proven.class);
        assertThat(retention.retire(OCTOBER)).isEqualTo(new RetentionOutcome.Nothing());
    }

    @Test
    void aSnapshotKeepsItsMonthsBeforeAnythingWasRead() throws SQLException {
        months.sequence();

        try (DatabaseSnapshot snapshot = DatabaseSnapshot.of(postgres.asAuditor(), 2)) {
            assertThat(retention.retire(OCTOBER))
                    .isInstanceOfSatisfying(
                            RetentionOutcome.Refused.class,
                            refused -> assertThat(refused.problem()).contains("perhaps a verification"));
            assertThat(snapshot.showsEveryTenant()).isTrue();
        }

        assertThat(retention.retire(OCTOBER)).isInstanceOf(RetentionOutcome.Retired.class);
    }

    @Test
    void whoMayReadNothingIsToldSoByTheReadingAndNotByTheSnapshot() throws SQLException {
        try (DatabaseSnapshot snapshot = DatabaseSnapshot.of(postgres.asSequencer(), 1)) {
            assertThat(snapshot.coverage()).isNotNull();
        }
    }

    @Test
    void aMonthThatHasNotEndedStays() throws SQLException {
        months.sequence();

        assertThat(retention.retire(OCTOBER.minusSeconds(1)))
                .isInstanceOfSatisfying(
                        RetentionOutcome.Retired.class,
                        retired -> assertThat(retired.bodies().rows()).containsEntry("decision", 20L));
        assertThat(retention.retire(Instant.parse("2025-08-15T00:00:00Z"))).isEqualTo(new RetentionOutcome.Nothing());
    }

    @Test
    void whatIsUnderNoCheckpointIsNotRetired() throws SQLException {
        assertThat(retention.retire(OCTOBER))
                .isInstanceOfSatisfying(
                        RetentionOutcome.Refused.class,
                        refused -> assertThat(refused.problem()).contains("no checkpoint"));
        months.sequence();
        UUID late = months.record(Instant.parse("2025-09-30T23:59:59Z"));

        assertThat(retention.retire(OCTOBER))
                .isInstanceOfSatisfying(
                        RetentionOutcome.Refused.class,
                        refused -> assertThat(refused.problem()).contains(late.toString(), "under no checkpoint yet"));
        assertThat(months.number("select count(*) from writ.decision")).isEqualTo(42);
    }

    @Test
    void anIntentThatIsStillOpenKeepsItsMonth() throws SQLException {
        months.sequence();
        months.owner("insert into writ.pending_intent (intent_id, tenant_id, event, due_at) values ('"
                + months.old().getFirst() + "', 'acme', 'e', now())");

        assertThat(retention.retire(OCTOBER))
                .isInstanceOfSatisfying(
                        RetentionOutcome.Refused.class,
                        refused -> assertThat(refused.problem())
                                .contains(months.old().getFirst().toString(), "still open"));
    }

    @Test
    void aRunWhoseBeginningWasRetiredIsNotMissedAndAnotherIs() throws SQLException {
        months.sequence();
        retention.retire(OCTOBER);
        // Both are ULIDs: of the last second of September, and of the second of October.
        months.record(Instant.parse("2025-10-03T00:00:00Z"), "01K6EH350R0000000000000000");
        assertThat(months.verify().sentences()).singleElement().asString().endsWith(RETIRED);

        months.record(Instant.parse("2025-10-03T00:00:00Z"), "01K6H3FX000000000000000000");

        assertThat(months.verify().sentences())
                .anySatisfy(sentence -> assertThat(sentence).contains("01K6H3FX00", "none says that it was opened"));
    }

    @Test
    void aRecordThatWasChangedIsNotRetiredSoThatItCanBeLookedInto() throws SQLException {
        months.sequence();
        months.tamper("update writ.decision set canonical = '{}' where decision_id = '"
                + months.old().get(3) + "'");

        assertThat(retention.retire(OCTOBER))
                .isInstanceOfSatisfying(
                        RetentionOutcome.Refused.class,
                        refused -> assertThat(refused.problem())
                                .contains(months.old().get(3).toString(), "verify"));
    }

    @Test
    void aRecordThatIsGoneWithoutANoticeIsMissing() throws SQLException {
        months.sequence();
        retention.retire(OCTOBER.minusSeconds(1));
        months.tamper(
                "delete from writ.decision where decision_id = '" + months.old().get(1) + "'");

        VerificationReport report = months.verify();
        assertThat(report.verdict()).isEqualTo(Verdict.GAP_UNDISCLOSED);
        assertThat(report.sentences())
                .anySatisfy(sentence ->
                        assertThat(sentence).contains(months.old().get(1).toString(), "is missing"));
        assertThat(report.retired()).isEqualTo(20);
    }

    @Test
    void aNoticeThatSomebodyWroteToHideOneDeletionHidesNothing() throws SQLException {
        UUID victim = months.record(Instant.parse("2025-10-03T00:00:00Z"));
        months.sequence();
        UUID next = new UUID(victim.getMostSignificantBits(), victim.getLeastSignificantBits() + 1);
        months.notice(victim, next, List.of(victim), months.newestCheckpoint());
        months.tamper("delete from writ.decision where decision_id = '" + victim + "'");
        months.sequence();

        VerificationReport report = months.verify();
        assertThat(report.verdict()).isEqualTo(Verdict.FORKED);
        assertThat(report.sentences())
                .anySatisfy(sentence -> assertThat(sentence).contains("something else than whole months"))
                .anySatisfy(sentence -> assertThat(sentence).contains(victim.toString(), "is missing"));
    }

    @Test
    void aRecordOfARetiredMonthThatTheNoticeDoesNotNameIsFound() throws SQLException {
        months.sequence();
        retention.retire(OCTOBER);
        UUID late = months.record(Instant.parse("2025-08-03T00:00:00Z"));
        months.sequence();
        assertThat(months.verify().sentences())
                .as("it came too late to go with the others")
                .singleElement()
                .asString()
                .endsWith(RETIRED);

        months.tamper("delete from writ.decision where decision_id = '" + late + "'");

        VerificationReport report = months.verify();
        assertThat(report.verdict()).isEqualTo(Verdict.GAP_UNDISCLOSED);
        assertThat(report.sentences())
                .anySatisfy(sentence -> assertThat(sentence).contains("names 40 retired records, and 41 are gone"));
    }

    @Test
    void ofTwoThatRetireOneDoesIt() throws Exception {
        months.sequence();
        Callable<RetentionOutcome> retire = () -> retention.retire(OCTOBER);

        List<RetentionOutcome> outcomes;
        try (var threads = Executors.newFixedThreadPool(2)) {
            outcomes = threads.invokeAll(Collections.nCopies(2, retire)).stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(outcomes)
                .filteredOn(RetentionOutcome.Retired.class::isInstance)
                .hasSize(1);
        assertThat(outcomes).contains(new RetentionOutcome.Nothing());
        assertThat(months.number("select count(*) from writ.ledger_notice")).isEqualTo(1);
    }

    @Test
    void aSecondEntryOfARecordIsFound() throws SQLException {
        months.append(months.old().getFirst(), OldMonths.text(months.old().getFirst(), ""));

        for (VerificationReport report : List.of(months.verify(), months.verifyExport(ExportOptions.WHOLE, folder))) {
            assertThat(report.verdict()).isEqualTo(Verdict.FORKED);
            assertThat(report.sentences()).anyMatch(sentence -> sentence.contains("more than one entry"));
        }
    }
}
