package io.writ.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Digest;
import io.writ.ledger.CommandLane;
import io.writ.ledger.EntryKind;
import io.writ.ledger.InclusionOutcome;
import io.writ.ledger.LedgerHash;
import io.writ.ledger.LedgerRetention;
import io.writ.ledger.LedgerVerifier;
import io.writ.ledger.MigratedPostgres;
import io.writ.ledger.RetentionOutcome;
import io.writ.ledger.Verdict;
import io.writ.ledger.VerificationReport;
import io.writ.ledger.merkle.GrowingTree;
import io.writ.ledger.merkle.TreeHash;
import io.writ.ledger.retention.RetiredRange;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bodies go, proofs stay, and what is gone is told from what is missing. */
class RetentionTest {

    private static final String RETIRED =
            "40 records from 2025-08-01T00:00:00Z to 2025-10-01T00:00:00Z were retired; their entries stay";

    private static final Instant OCTOBER = Instant.parse("2025-10-01T00:00:00Z");

    private static MigratedPostgres postgres;

    private final List<UUID> old = new ArrayList<>();
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
        postgres.reset();
        for (String table : List.of("decision", "evidence", "personal_value")) {
            for (String month : List.of("2025-08-01", "2025-09-01", "2025-10-01")) {
                owner("select writ.add_month('" + table + "', '" + month + "')");
            }
        }
        for (int day = 1; day <= 20; day++) {
            old.add(record(Instant.parse("2025-08-01T10:00:00Z").plusSeconds(day * 86_400L)));
            old.add(record(Instant.parse("2025-09-01T10:00:00Z").plusSeconds(day * 86_400L)));
        }
        record(Instant.parse("2025-10-02T00:00:00Z"));
    }

    @Test
    void whatWouldGoIsToldAndNothingChanges() throws SQLException {
        sequence();

        assertThat(retention.preview(OCTOBER)).isInstanceOfSatisfying(RetentionOutcome.Possible.class, possible -> {
            assertThat(possible.bodies().rows()).containsEntry("decision", 40L).containsEntry("evidence", 40L);
            assertThat(possible.bodies().from()).isEqualTo("2025-08-01T00:00:00Z");
            assertThat(possible.bodies().below()).isEqualTo(OCTOBER);
        });
        assertThat(number("select count(*) from writ.decision")).isEqualTo(41);
        assertThat(number("select count(*) from writ.ledger_notice")).isZero();
    }

    @Test
    void bodiesOfEndedMonthsGoAndEveryProofStays() throws SQLException {
        sequence();

        assertThat(retention.retire(OCTOBER)).isInstanceOf(RetentionOutcome.Retired.class);

        assertThat(number("select count(*) from writ.decision")).isEqualTo(1);
        assertThat(number("select count(*) from writ.evidence")).isEqualTo(1);
        sequence();
        VerificationReport report = verify();
        assertThat(report.verdict()).isEqualTo(Verdict.GAP_DISCLOSED);
        assertThat(report.sentences()).singleElement().asString().endsWith(RETIRED);
        assertThat(report.retired()).isEqualTo(40);
        assertThat(report.records()).as("the one of October, and the notice").isEqualTo(2);
        DatabaseTree tree = new DatabaseTree(postgres.asApp(), Clock.systemUTC());
        assertThat(tree.inclusion(old.getFirst())).isInstanceOf(InclusionOutcome.Proven.class);
        assertThat(retention.retire(OCTOBER)).isEqualTo(new RetentionOutcome.Nothing());
    }

    @Test
    void aMonthThatHasNotEndedStays() throws SQLException {
        sequence();

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
        sequence();
        UUID late = record(Instant.parse("2025-09-30T23:59:59Z"));

        assertThat(retention.retire(OCTOBER))
                .isInstanceOfSatisfying(
                        RetentionOutcome.Refused.class,
                        refused -> assertThat(refused.problem()).contains(late.toString(), "under no checkpoint yet"));
        assertThat(number("select count(*) from writ.decision")).isEqualTo(42);
    }

    @Test
    void anIntentThatIsStillOpenKeepsItsMonth() throws SQLException {
        sequence();
        owner("insert into writ.pending_intent (intent_id, tenant_id, event, due_at) values ('" + old.getFirst()
                + "', 'acme', 'e', now())");

        assertThat(retention.retire(OCTOBER))
                .isInstanceOfSatisfying(
                        RetentionOutcome.Refused.class,
                        refused -> assertThat(refused.problem())
                                .contains(old.getFirst().toString(), "still open"));
    }

    @Test
    void aRunWhoseBeginningWasRetiredIsNotMissedAndAnotherIs() throws SQLException {
        sequence();
        retention.retire(OCTOBER);
        // Both are ULIDs: of the last second of September, and of the second of October.
        record(Instant.parse("2025-10-03T00:00:00Z"), "01K6EH350R0000000000000000");
        assertThat(verify().sentences()).singleElement().asString().endsWith(RETIRED);

        record(Instant.parse("2025-10-03T00:00:00Z"), "01K6H3FX000000000000000000");

        assertThat(verify().sentences())
                .anySatisfy(sentence -> assertThat(sentence).contains("01K6H3FX00", "none says that it was opened"));
    }

    @Test
    void aRecordThatWasChangedIsNotRetiredSoThatItCanBeLookedInto() throws SQLException {
        sequence();
        tamper("update writ.decision set canonical = '{}' where decision_id = '" + old.get(3) + "'");

        assertThat(retention.retire(OCTOBER))
                .isInstanceOfSatisfying(
                        RetentionOutcome.Refused.class,
                        refused -> assertThat(refused.problem())
                                .contains(old.get(3).toString(), "verify"));
    }

    @Test
    void aRecordThatIsGoneWithoutANoticeIsMissing() throws SQLException {
        sequence();
        retention.retire(OCTOBER.minusSeconds(1));
        tamper("delete from writ.decision where decision_id = '" + old.get(1) + "'");

        VerificationReport report = verify();
        assertThat(report.verdict()).isEqualTo(Verdict.GAP_UNDISCLOSED);
        assertThat(report.sentences())
                .anySatisfy(sentence -> assertThat(sentence).contains(old.get(1).toString(), "is missing"));
        assertThat(report.retired()).isEqualTo(20);
    }

    @Test
    void aNoticeThatSomebodyWroteToHideOneDeletionHidesNothing() throws SQLException {
        UUID victim = record(Instant.parse("2025-10-03T00:00:00Z"));
        GrowingTree gone = GrowingTree.empty();
        gone.append(TreeHash.leaf(LedgerHash.leaf(text(victim, "").getBytes(StandardCharsets.UTF_8))
                .bytes()));
        UUID next = new UUID(victim.getMostSignificantBits(), victim.getLeastSignificantBits() + 1);
        RetiredRange range =
                new RetiredRange(victim, next, 1, Digest.ofRaw(gone.root().bytes()));
        UUID notice = new UUID(0x019a000000007000L, 0x8000000000000001L);
        String canonical = new String(
                range.notice(new RetiredRange.Circumstances(
                        notice, Instant.parse("2025-11-01T00:00:00Z"), "writ_owner", Map.of(), "none")),
                StandardCharsets.UTF_8);
        owner("insert into writ.ledger_notice values ('" + notice + "', 9, now(), convert_to('" + canonical
                + "', 'UTF8'))");
        try (Connection connection = postgres.asOwner().getConnection()) {
            connection.setAutoCommit(false);
            CommandLane.open(connection, "test", notice, Clock.systemUTC().instant())
                    .append(EntryKind.RETENTION, notice, canonical.getBytes(StandardCharsets.UTF_8));
            connection.commit();
        }
        tamper("delete from writ.decision where decision_id = '" + victim + "'");
        sequence();

        VerificationReport report = verify();
        assertThat(report.verdict()).isEqualTo(Verdict.FORKED);
        assertThat(report.sentences())
                .anySatisfy(sentence -> assertThat(sentence).contains("something else than whole months"))
                .anySatisfy(sentence -> assertThat(sentence).contains(victim.toString(), "is missing"));
    }

    @Test
    void aRecordOfARetiredMonthThatTheNoticeDoesNotNameIsFound() throws SQLException {
        sequence();
        retention.retire(OCTOBER);
        UUID late = record(Instant.parse("2025-08-03T00:00:00Z"));
        sequence();
        assertThat(verify().sentences())
                .as("it came too late to go with the others")
                .singleElement()
                .asString()
                .endsWith(RETIRED);

        tamper("delete from writ.decision where decision_id = '" + late + "'");

        VerificationReport report = verify();
        assertThat(report.verdict()).isEqualTo(Verdict.GAP_UNDISCLOSED);
        assertThat(report.sentences())
                .anySatisfy(
                        sentence -> assertThat(sentence).contains("names 40 retired records, and 41 are gone"));
    }

    @Test
    void ofTwoThatRetireOneDoesIt() throws Exception {
        sequence();
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
        assertThat(number("select count(*) from writ.ledger_notice")).isEqualTo(1);
    }

    @Test
    void aSecondEntryOfARecordIsFound() throws SQLException {
        append(old.getFirst(), text(old.getFirst(), ""));

        VerificationReport report = verify();

        assertThat(report.verdict()).isEqualTo(Verdict.FORKED);
        assertThat(report.sentences()).anyMatch(sentence -> sentence.contains("more than one entry"));
    }

    private static UUID record(Instant moment) throws SQLException {
        return record(moment, "");
    }

    private static UUID record(Instant moment, String session) throws SQLException {
        UUID random = UUID.randomUUID();
        UUID id = new UUID(
                (moment.toEpochMilli() << 16) | 0x7000L | (random.getMostSignificantBits() & 0x0fffL),
                random.getLeastSignificantBits());
        String text = text(id, session);
        owner("insert into writ.decision"
                + " (decision_id, tenant_id, session_id, trace_id, kind, event, occurred_at, canonical) values ('" + id
                + "', 'acme', nullif('" + session + "', ''), 't', 2, 'e', '" + moment + "', convert_to('" + text
                + "', 'UTF8'))");
        owner("insert into writ.evidence (decision_id, ord, tenant_id, session_id, evidence_id, unit)" + " values ('"
                + id + "', 0, 'acme', 's', sha256(''), '{}')");
        append(id, text);
        return id;
    }

    private static void append(UUID id, String text) throws SQLException {
        try (Connection connection = postgres.asOwner().getConnection()) {
            connection.setAutoCommit(false);
            CommandLane.open(connection, "test", id, Clock.systemUTC().instant())
                    .append(EntryKind.DECISION, id, text.getBytes(StandardCharsets.UTF_8));
            connection.commit();
        }
    }

    private static String text(UUID id, String session) {
        String member = session.isEmpty() ? "" : ",\"session_id\":\"" + session + "\"";
        return "{\"record_id\":\"" + id + "\"" + member + "}";
    }

    private static void sequence() throws SQLException {
        try (Connection connection = postgres.asSequencer().getConnection()) {
            connection.setAutoCommit(false);
            new Sequencer(new LogIdentity(LogKeys.SIGNER, Clock.system(ZoneOffset.UTC)), LogKeys.NOTARY)
                    .cycle(connection);
        }
    }

    private static VerificationReport verify() {
        return LedgerVerifier.over(postgres.asAuditor()).verify();
    }

    private static void tamper(String sql) throws SQLException {
        try (Connection connection = postgres.asOwner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(sql);
        }
    }

    private static void owner(String sql) throws SQLException {
        try (Connection connection = postgres.asOwner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(String sql) throws SQLException {
        try (Connection connection = postgres.asOwner().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
