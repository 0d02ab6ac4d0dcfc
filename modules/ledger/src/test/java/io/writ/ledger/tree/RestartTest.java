package io.writ.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.writ.ledger.Finding;
import io.writ.ledger.LedgerRestart;
import io.writ.ledger.LedgerVerifier;
import io.writ.ledger.LogKey;
import io.writ.ledger.MigratedPostgres;
import io.writ.ledger.RestartOrder;
import io.writ.ledger.RestartOutcome;
import io.writ.ledger.Verdict;
import io.writ.ledger.VerificationReport;
import io.writ.ledger.append.Recorder;
import io.writ.ledger.signing.NoteSigner;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database comes back from a backup: a checkpoint of five leaves was published, and three are left. */
class RestartTest {

    private static final String OLD = LogKey.mint("writ.example/old");
    private static final String NEW = LogKey.mint("writ.example/new");
    private static final String REASON = "the disk of db1 died";

    private static MigratedPostgres postgres;
    private static String lost;

    @BeforeAll
    static void startDatabase() throws Exception {
        postgres = MigratedPostgres.start();
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void theNewestEntriesAreGone() throws Exception {
        lost = logOf(5);
        logOf(3);
    }

    @Test
    void theLogGoesOnUnderItsNewNameAndSaysWhatWasLost() throws SQLException {
        assertThat(restart(order(lost, REASON))).isEqualTo(new RestartOutcome.Restarted(3, lane()));
        Sequencer sequencer = with(NEW);
        assertThat(cycle(sequencer)).as("the notice alone").isEqualTo(1);
        Recorder.over(postgres.asApp(), 1).commit();
        assertThat(cycle(sequencer)).isEqualTo(1);
        for (String key : new String[] {OLD, NEW}) {
            VerificationReport report = verify(key);
            assertThat(report.verdict()).isEqualTo(Verdict.GAP_DISCLOSED);
            assertThat(report.sentences())
                    .singleElement()
                    .asString()
                    .contains("restarted as writ.example/new at size 3")
                    .contains("checkpoint 5 of writ.example/old")
                    .contains(REASON);
            assertThat(report.tree().checkpoints()).isEqualTo(3);
        }
        assertThat(verify(LogKey.mint("writ.example/old")).findings())
                .extracting(Finding::verdict)
                .contains(Verdict.FORKED);
    }

    @Test
    void theOldKeySignsNothingAfterARestart() throws SQLException {
        restart(order(lost, REASON));
        assertRefused(OLD, "the log was restarted as writ.example/new");
        cycle(with(NEW));
        assertRefused(OLD, "the key of this log is " + LogKey.publicKey(NEW));
    }

    @Test
    void aNewNameWithoutANoticeIsRefused() {
        assertRefused(NEW, "was not signed by");
    }

    @Test
    void aRestartIsWrittenOnce() {
        restart(order(lost, REASON));
        assertThat(refusal(order(lost, REASON))).contains("was restarted already, as writ.example/new");
    }

    @Test
    void aDatabaseThatWasEmptiedIsRestartedToo() throws Exception {
        postgres.reset();
        assertThat(restart(order(lost, REASON))).isEqualTo(new RestartOutcome.Restarted(0, 1));
        assertRefused(OLD, "the log was restarted as writ.example/new");
        cycle(with(NEW));
        assertThat(verify(OLD).verdict()).isEqualTo(Verdict.GAP_DISCLOSED);
    }

    @Test
    void aCheckpointThatIsStillThereIsNoReason() throws SQLException {
        assertThat(refusal(order(newest(), REASON))).startsWith("nothing is lost");
        assertThat(notices()).isZero();
    }

    @Test
    void aCheckpointThatIsStillThereWithoutWhatItCoversIsAReason() throws SQLException {
        String checkpoint = newest();
        postgres.tamper("update writ.ledger_entry set entry_hash = sha256('another') where seq = 2");
        assertThat(restart(order(checkpoint, REASON))).isInstanceOf(RestartOutcome.Restarted.class);
    }

    @Test
    void aCheckpointOfAnotherLogOrSignerIsNoReason() throws SQLException {
        assertThat(refusal(new RestartOrder(NEW, OLD, lost, Optional.empty(), REASON)))
                .contains("only checkpoints of the same log");
        String stranger = LogKey.mint("writ.example/old");
        assertThat(refusal(new RestartOrder(stranger, NEW, lost, Optional.empty(), REASON)))
                .contains("did not sign the lost checkpoint");
        assertThat(refusal(new RestartOrder(stranger, NEW, lost, Optional.of(LogKey.publicKey(OLD)), REASON)))
                .contains("did not sign the newest checkpoint of this database");
        assertThat(refusal(order(lost.replace("\n5\n", "\n6\n"), REASON))).contains("did not sign the lost checkpoint");
        assertThat(refusal(order("5 leaves", REASON))).contains("a signed note is");
        assertThat(notices()).isZero();
    }

    @Test
    void theNewNameIsNewAndTheReasonOneLine() throws SQLException {
        String again = LogKey.mint("writ.example/old");
        assertThat(refusal(new RestartOrder(OLD, again, lost, Optional.empty(), REASON)))
                .contains("another name than writ.example/old");
        assertThat(refusal(order(lost, "one\ntwo"))).contains("a reason is one line");
        assertThat(refusal(order(lost, " "))).contains("a reason is one line");
        assertThat(refusal(order(lost, "x".repeat(1_001)))).contains("a reason is one line");
        assertThat(notices()).isZero();
    }

    @Test
    void whileAServerSequencesNothingIsRestarted() throws SQLException {
        try (Connection leader = postgres.asSequencer().getConnection()) {
            leader.setAutoCommit(false);
            assertThat(Leadership.acquire(leader)).isTrue();
            assertThat(refusal(order(lost, REASON)))
                    .contains("a server sequences this log now (process ")
                    .contains("user writ_sequencer");
            Leadership.release(leader);
        }
        assertThat(restart(order(lost, REASON))).isInstanceOf(RestartOutcome.Restarted.class);
    }

    @Test
    void afterARestoreBeforeAChangeOfKeysTheLostCheckpointHasAnotherSigner() throws Exception {
        String later = LogKey.mint("writ.example/old");
        postgres.reset();
        Recorder.over(postgres.asApp(), 1).commit();
        cycle(with(OLD));
        cycle(new Sequencer(
                new LogIdentity(NoteSigner.parse(later), Optional.of(NoteSigner.parse(OLD)), Clock.systemUTC()),
                LogKeys.NOTARY));
        Recorder.over(postgres.asApp(), 1).commit();
        cycle(with(later));
        String signedLater = newest();
        logOf(2);
        assertThat(refusal(order(signedLater, REASON))).contains("did not sign the lost checkpoint");
        Optional<String> signer = Optional.of(LogKey.publicKey(later));
        assertThat(restart(new RestartOrder(OLD, NEW, signedLater, signer, REASON)))
                .isInstanceOf(RestartOutcome.Restarted.class);
    }

    /** Empties the database and commits so many entries under one checkpoint of the old key, which is returned. */
    private static String logOf(int entries) throws Exception {
        postgres.reset();
        Recorder recorder = Recorder.over(postgres.asApp(), 1);
        for (int i = 0; i < entries; i++) {
            recorder.commit();
        }
        cycle(with(OLD));
        return newest();
    }

    private static RestartOrder order(String checkpoint, String reason) {
        return new RestartOrder(OLD, NEW, checkpoint, Optional.empty(), reason);
    }

    private static RestartOutcome restart(RestartOrder order) {
        return new LedgerRestart(postgres.asSequencer(), new SecureRandom(), Clock.systemUTC()).restart(order);
    }

    private static String refusal(RestartOrder order) {
        assertThat(restart(order)).isInstanceOf(RestartOutcome.Refused.class);
        return ((RestartOutcome.Refused) restart(order)).problem();
    }

    private static Sequencer with(String key) {
        return new Sequencer(new LogIdentity(NoteSigner.parse(key), Clock.systemUTC()), LogKeys.NOTARY);
    }

    private static void assertRefused(String key, String sentence) {
        assertThatExceptionOfType(TreeBrokenException.class)
                .isThrownBy(() -> cycle(with(key)))
                .withMessageContaining(sentence);
    }

    private static int cycle(Sequencer sequencer) throws SQLException {
        try (Connection connection = postgres.asSequencer().getConnection()) {
            connection.setAutoCommit(false);
            return sequencer.cycle(connection).folded();
        }
    }

    private static VerificationReport verify(String key) {
        return LedgerVerifier.over(postgres.asAuditor(), (_, _) -> {}, LogKey.publicKey(key))
                .verify();
    }

    private static String newest() throws SQLException {
        return text("select note from writ.tree_checkpoint order by size desc limit 1");
    }

    private static long lane() throws SQLException {
        return Long.parseLong(text("select max(lane) from writ.ledger_lane"));
    }

    private static long notices() throws SQLException {
        return Long.parseLong(text("select count(*) from writ.ledger_notice"));
    }

    private static String text(String sql) throws SQLException {
        try (Connection owner = postgres.asOwner().getConnection();
                var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
