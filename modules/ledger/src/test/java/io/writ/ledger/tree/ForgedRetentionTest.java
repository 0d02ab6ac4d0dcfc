package io.writ.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.ledger.LedgerVerifier;
import io.writ.ledger.MigratedPostgres;
import io.writ.ledger.Verdict;
import io.writ.ledger.VerificationReport;
import io.writ.ledger.merkle.TreeHash;
import io.writ.ledger.signing.Checkpoint;
import io.writ.ledger.signing.NoteSigner;
import io.writ.ledger.signing.SignedNote;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever owns the database deletes one record, and writes a notice that whole months were retired. */
class ForgedRetentionTest {

    private static final UUID AUGUST = firstId("2025-08-01T00:00:00Z");
    private static final UUID SEPTEMBER = firstId("2025-09-01T00:00:00Z");

    private static final UUID OCTOBER = firstId("2025-10-01T00:00:00Z");

    private static MigratedPostgres postgres;

    private OldMonths months;
    private UUID victim;

    @BeforeAll
    static void start() throws Exception {
        postgres = MigratedPostgres.start();
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void oneRecordIsDeleted() throws Exception {
        months = OldMonths.in(postgres);
        months.sequence();
        victim = months.old().getFirst();
        months.tamper("delete from writ.evidence where decision_id = '" + victim + "'");
        months.tamper("delete from writ.decision where decision_id = '" + victim + "'");
    }

    @Test
    void theRestOfTheMonthIsStillThere() throws SQLException {
        months.notice(AUGUST, SEPTEMBER, List.of(victim), months.newestCheckpoint());
        months.sequence();

        assertForked("it retires whole months, and record ");
    }

    @Test
    void aCheckpointOfAnotherKeyIsNone() throws SQLException {
        signedBy(LogKeys.minted(LogKeys.KEY.name()), 1);

        assertForked("its checkpoint is not one of this log: ");
    }

    @Test
    void aCheckpointOfAnotherTreeIsNone() throws SQLException {
        signedBy(LogKeys.SIGNER, 1);

        assertForked("carries has another root than the tree of that size");
    }

    @Test
    void aCheckpointFromBeforeTheRestHidesNothing() throws SQLException {
        String old = months.newestCheckpoint();
        UUID later = months.record(Instant.parse("2025-08-30T00:00:00Z"));
        months.sequence();
        for (UUID other : months.old()) {
            months.tamper("delete from writ.evidence where decision_id = '" + other + "'");
            months.tamper("delete from writ.decision where decision_id = '" + other + "'");
        }
        months.notice(
                AUGUST, OCTOBER, months.old().stream().sorted(OldMonths.BY_ID).toList(), old);
        months.sequence();

        assertForked("it retires whole months, and record " + later + " of them, which was in the tree before");
    }

    @Test
    void aCheckpointThatIsYoungerThanTheNoticeIsNone() throws SQLException {
        signedBy(LogKeys.SIGNER, 500);

        assertForked("it carries a checkpoint that is younger than itself");
    }

    private void signedBy(NoteSigner signer, long size) throws SQLException {
        String text = new Checkpoint(LogKeys.KEY.name(), size, TreeHash.ofEmptyTree(), List.of()).text();
        String note = new SignedNote(text, List.of())
                .with(signer.sign(text, Clock.systemUTC().instant()))
                .written();
        months.notice(AUGUST, SEPTEMBER, List.of(victim), note);
        months.sequence();
    }

    private static void assertForked(String what) {
        VerificationReport report =
                LedgerVerifier.over(postgres.asAuditor(), GrownLog.options(1)).verify();
        assertThat(report.verdict()).isEqualTo(Verdict.FORKED);
        assertThat(report.sentences()).as(what).anyMatch(sentence -> sentence.contains(what));
    }

    private static UUID firstId(String moment) {
        return new UUID(Instant.parse(moment).toEpochMilli() << 16, 0);
    }
}
