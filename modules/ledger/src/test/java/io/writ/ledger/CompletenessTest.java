package io.writ.ledger;

import static io.writ.ledger.WrittenLane.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever owns the database writes lanes with correct hashes and leaves something out. */
class CompletenessTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private static MigratedPostgres postgres;

    private WrittenLane lane;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws IOException, SQLException {
        postgres = MigratedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void emptyLane() throws IOException, SQLException {
        postgres.reset();
        lane = WrittenLane.open(postgres.asOwner(), 1);
    }

    @Test
    void aRunWhoseEndStatesWhatItHoldsIsIntact() throws SQLException {
        UUID intent = opened("S1", HOUR.negated());
        answered("S1");
        refused("S1", Map.of());
        ended(EntryKind.OUTCOME, "S1", intent, 3, 1, 2);
        refused("S1", Map.of("after_end", "true"));
        VerificationReport report = verify();
        assertThat(report.sentences()).isEmpty();
        assertThat(report.completeness()).isEqualTo(new CompletenessReport(1, 1, 0, 0));
    }

    @Test
    void aRecordThatIsMissingFromARunIsMissed() throws SQLException {
        UUID intent = opened("S1", HOUR);
        answered("S1");
        ended(EntryKind.OUTCOME, "S1", intent, 3, 1, 2);
        offends(
                Verdict.GAP_UNDISCLOSED,
                "lane 1, entry 3: it ends run S1 with 3 records, 1 answered calls and 2 evidence units, and there are"
                        + " 2 records, 1 answered calls and 2 evidence units");
    }

    @Test
    void aLateRecordThatDoesNotSaySoIsOneTooMany() throws SQLException {
        UUID intent = opened("S1", HOUR);
        ended(EntryKind.OUTCOME, "S1", intent, 1, 0, 0);
        refused("S1", Map.of());
        assertThat(verify().verdict()).isEqualTo(Verdict.GAP_UNDISCLOSED);
    }

    @Test
    void anEndThatStatesNothingIsNone() throws SQLException {
        UUID intent = opened("S1", HOUR);
        lane.write(EntryKind.OUTCOME, "S1", "finalize", Map.of("closes", quoted(intent.toString())));
        offends(Verdict.GAP_UNDISCLOSED, "lane 1, entry 2: it ends run S1 and does not say what that holds");
    }

    @Test
    void anIntentIsOpenUntilItIsDueAndMissedAfterwards() throws SQLException {
        opened("S1", HOUR);
        assertThat(verify().completeness()).isEqualTo(new CompletenessReport(1, 0, 0, 1));
        assertThat(verify().verdict()).isEqualTo(Verdict.INTACT);
        opened("S2", HOUR.negated());
        assertThat(verify().verdict()).isEqualTo(Verdict.GAP_UNDISCLOSED);
        assertThat(verify().firstOffence().orElseThrow().sentence())
                .startsWith("lane 1, entry 2: intent ")
                .contains("has neither outcome nor gap");
    }

    @Test
    void anIntentOfANodeWhoseClockIsBehindIsExcusedByTheTableOfOpenOnesAndNotForEver() throws SQLException {
        UUID slow = opened("S1", HOUR.negated());
        pending(slow);
        assertThat(verify().verdict()).isEqualTo(Verdict.INTACT);
        UUID old = opened("S2", HOUR.multipliedBy(3).negated());
        pending(old);
        offends(Verdict.GAP_UNDISCLOSED, "lane 1, entry 2: intent " + old);
    }

    @Test
    void anIntentThatDoesNotSayWhenItIsDueIsMissed() throws SQLException {
        lane.write(EntryKind.INTENT, "S1", "create_session", Map.of("due_at", quoted("soon")));
        offends(Verdict.GAP_UNDISCLOSED, "lane 1, entry 1: it is an intent and does not say when it is due");
    }

    @Test
    void aGapIsDisclosedAndNamed() throws SQLException {
        UUID intent = opened("S1", HOUR.negated());
        ended(EntryKind.GAP, "S1", intent, 1, 0, 0);
        offends(Verdict.GAP_DISCLOSED, "lane 1, entry 2: intent " + intent + " had no outcome in time");
        assertThat(verify().completeness()).isEqualTo(new CompletenessReport(1, 0, 1, 0));
    }

    @Test
    void ofTwoEndsTheSecondIsAnotherHistory() throws SQLException {
        UUID intent = opened("S1", HOUR.negated());
        ended(EntryKind.OUTCOME, "S1", intent, 1, 0, 0);
        ended(EntryKind.GAP, "S1", intent, 1, 0, 0);
        assertThat(verify().verdict()).isEqualTo(Verdict.FORKED);
        assertThat(verify().firstOffence().orElseThrow().what())
                .isEqualTo("it ends intent " + intent + ", which has an end already");
    }

    @Test
    void anEndOfNothingIsNamed() throws SQLException {
        UUID nothing = UUID.randomUUID();
        opened("S1", HOUR);
        ended(EntryKind.OUTCOME, "S1", nothing, 1, 0, 0);
        offends(Verdict.GAP_UNDISCLOSED, "lane 1, entry 2: it ends intent " + nothing + ", which is not there");
    }

    @Test
    void aRunThatWasNeverOpenedIsNamed() throws SQLException {
        answered("S1");
        offends(Verdict.GAP_UNDISCLOSED, "run S1: records belong to it and none says that it was opened");
    }

    @Test
    void columnsThatSayOtherwiseThanTheTextAreNamed() throws SQLException {
        opened("S1", HOUR);
        answered("S1");
        for (String change : List.of(
                "session_id = 'S2'",
                "session_id = null",
                "units = 5",
                "units = null",
                "after_end = true",
                "tenant_id = 'globex'",
                "kind = 3",
                "kind = 4, closes = gen_random_uuid()")) {
            try (Connection owner = postgres.asOwner().getConnection();
                    var statement = owner.createStatement()) {
                owner.setAutoCommit(false);
                statement.execute("set local session_replication_role = replica");
                statement.executeUpdate("update writ.decision set " + change + " where event = 'operator_call'");
                VerificationReport report =
                        LedgerVerifier.over(new OneConnection(owner)).verify();
                assertThat(report.verdict()).as(change).isEqualTo(Verdict.FORKED);
                assertThat(report.firstOffence().orElseThrow().sentence())
                        .startsWith("lane 1, entry 2: columns of its record")
                        .endsWith("say otherwise than the text that was hashed");
                owner.rollback();
            }
        }
    }

    private UUID opened(String session, Duration until) throws SQLException {
        Instant due = Instant.now(Clock.systemUTC()).plus(until);
        return lane.write(EntryKind.INTENT, session, "create_session", Map.of("due_at", quoted(due.toString())));
    }

    private void answered(String session) throws SQLException {
        var units = Released.of("a", "b");
        UUID record = lane.write(
                EntryKind.DECISION,
                session,
                "operator_call",
                Map.of("evidence", units.member(), "outcome", quoted("answered")));
        units.store(postgres.asOwner(), record, session);
    }

    private void refused(String session, Map<String, String> more) throws SQLException {
        lane.write(EntryKind.DECISION, session, "finalize", more);
    }

    private void ended(EntryKind how, String session, UUID intent, int records, int answered, int units)
            throws SQLException {
        lane.write(
                how,
                session,
                "finalize",
                Map.of(
                        "closes",
                        quoted(intent.toString()),
                        "run",
                        "{\"answered\":" + answered + ",\"evidence\":" + units + ",\"records\":" + records + "}"));
    }

    private static void pending(UUID intent) throws SQLException {
        try (Connection owner = postgres.asOwner().getConnection();
                var insert = owner.prepareStatement("insert into writ.pending_intent"
                        + " values (?, 'acme', 'S', 'create_session', now() + interval '1 hour')")) {
            insert.setObject(1, intent);
            insert.executeUpdate();
        }
    }

    private void offends(Verdict verdict, String sentence) {
        VerificationReport report = verify();
        assertThat(report.verdict()).isEqualTo(verdict);
        assertThat(report.firstOffence().orElseThrow().sentence()).startsWith(sentence);
    }

    /** What the auditor finds in the database, and in an export of it. */
    private VerificationReport verify() {
        VerificationReport report = LedgerVerifier.over(postgres.asAuditor()).verify();
        Path export = folder.resolve(UUID.randomUUID() + ".tar");
        new LedgerExport(postgres.asAuditor(), Clock.systemUTC(), _ -> {}).write(export, ExportOptions.WHOLE);
        VerificationReport exported =
                LedgerVerifier.overExport(export, VerifierOptions.SILENT).verify();
        assertThat(exported.sentences()).containsExactlyInAnyOrderElementsOf(report.sentences());
        assertThat(exported.completeness()).isEqualTo(report.completeness());
        assertThat(exported.verdict()).isEqualTo(report.verdict());
        return report;
    }
}
