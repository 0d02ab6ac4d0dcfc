package io.writ.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.writ.ledger.LedgerVerifier;
import io.writ.ledger.MigratedPostgres;
import io.writ.ledger.VerificationReport;
import io.writ.ledger.append.Recorder;
import io.writ.ledger.signing.NoteKey;
import io.writ.ledger.signing.NoteSigner;
import io.writ.ledger.signing.NoteVerifier;
import io.writ.ledger.signing.SignedNote;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A log that signed with one key goes on with another, and whoever trusts either follows. */
class KeyChangeTest {

    private static final NoteSigner FIRST = LogKeys.SIGNER;
    private static final NoteSigner SECOND = LogKeys.minted(LogKeys.KEY.name());
    private static final NoteSigner THIRD = LogKeys.minted(LogKeys.KEY.name());

    private static MigratedPostgres postgres;

    private Recorder recorder;

    @BeforeAll
    static void startDatabase() throws Exception {
        postgres = MigratedPostgres.start();
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void aLogOfTheFirstKey() throws Exception {
        postgres.reset();
        recorder = Recorder.over(postgres.asApp(), 1);
        recorder.commit();
        cycle(with(FIRST));
    }

    @Test
    void theFirstCheckpointOverTheChangeCarriesBothSignaturesAndTheNextOneTheNew() throws SQLException {
        recorder.commit();
        Sequencer changing = with(SECOND, FIRST);
        assertThat(cycle(changing)).as("the change alone").isEqualTo(1);
        assertThat(hasSigned(newest(), FIRST)).isTrue();
        assertThat(hasSigned(newest(), SECOND)).isTrue();
        assertThat(cycle(changing)).isEqualTo(1);
        assertThat(hasSigned(newest(), FIRST)).isFalse();
        assertThat(hasSigned(newest(), SECOND)).isTrue();
        assertThat(verify(FIRST.key()).findings()).isEmpty();
        assertThat(verify(SECOND.key()).findings()).isEmpty();
    }

    @Test
    void fromAnyKeyOfAChainAllCheckpointsAreVerified() throws SQLException {
        cycle(with(SECOND, FIRST));
        recorder.commit();
        cycle(with(SECOND));
        cycle(with(THIRD, SECOND));
        recorder.commit();
        cycle(with(THIRD));
        for (NoteSigner each : new NoteSigner[] {FIRST, SECOND, THIRD}) {
            VerificationReport report = verify(each.key());
            assertThat(report.findings()).isEmpty();
            assertThat(report.tree().checkpoints()).isEqualTo(5);
        }
    }

    @Test
    void aKeyThatTheLogNeverHadVerifiesNothing() throws SQLException {
        cycle(with(SECOND, FIRST));
        assertThat(verify(THIRD.key()).sentences())
                .singleElement()
                .asString()
                .contains(
                        "nothing in this log leads from the key " + THIRD.key().text());
    }

    @Test
    void theChangeIsMadeOnceHoweverOftenAProcessStartsWithBothKeys() throws SQLException {
        cycle(with(SECOND, FIRST));
        recorder.commit();
        cycle(with(SECOND, FIRST));
        assertThat(number("select count(*) from writ.ledger_notice")).isEqualTo(1);
        assertThat(hasSigned(newest(), FIRST)).isFalse();
    }

    @Test
    void withoutThePreviousKeyNobodyGoesOnAndIsToldWhatToDo() {
        assertRefused(
                with(SECOND), "checkpoint 1 was not signed by " + SECOND.key().text(), "WRIT_LEDGER_PREVIOUS_KEY");
    }

    @Test
    void aProcessThatStillHasTheOldKeyDoesNotGoOn() throws SQLException {
        cycle(with(SECOND, FIRST));
        recorder.commit();
        assertRefused(with(FIRST), "the key of this log is " + SECOND.key().text());
        assertRefused(
                with(THIRD, FIRST), "the key of this log is " + SECOND.key().text());
    }

    @Test
    void noKeyIsUsedTwice() throws SQLException {
        cycle(with(SECOND, FIRST));
        assertRefused(with(FIRST, SECOND), "is not used again");
    }

    @Test
    void aCheckpointThatTheOldKeySignedAfterTheChangeIsNamed() throws SQLException {
        cycle(with(SECOND, FIRST));
        recorder.commit();
        cycle(with(SECOND));
        String forged = SignedNote.parse(newest()).text();
        String note = new SignedNote(forged, List.of())
                .with(FIRST.sign(forged, Clock.systemUTC().instant()))
                .written();
        postgres.tamper("update writ.tree_checkpoint set note = '" + note + "' where size = 3");
        assertThat(verify(SECOND.key()).sentences())
                .containsExactly("checkpoint 3: the key " + SECOND.key().name() + " did not sign it");
    }

    @Test
    void aChangeUnderLoadLeavesNoEntryBehind() throws SQLException {
        for (int i = 0; i < 30; i++) {
            recorder.commit();
        }
        Sequencer changing = with(SECOND, FIRST);
        assertThat(cycle(changing)).isEqualTo(1);
        assertThat(cycle(changing)).isEqualTo(30);
        assertThat(verify(FIRST.key()).findings()).isEmpty();
    }

    private static Sequencer with(NoteSigner key) {
        return new Sequencer(new LogIdentity(key, Clock.systemUTC()), LogKeys.NOTARY);
    }

    private static Sequencer with(NoteSigner key, NoteSigner previous) {
        return new Sequencer(new LogIdentity(key, Optional.of(previous), Clock.systemUTC()), LogKeys.NOTARY);
    }

    private static int cycle(Sequencer sequencer) throws SQLException {
        try (Connection connection = postgres.asSequencer().getConnection()) {
            connection.setAutoCommit(false);
            return sequencer.cycle(connection).folded();
        }
    }

    private static void assertRefused(Sequencer sequencer, String... sentence) {
        assertThatExceptionOfType(TreeBrokenException.class)
                .isThrownBy(() -> cycle(sequencer))
                .satisfies(refusal -> assertThat(refusal.getMessage()).contains(sentence));
    }

    private static boolean hasSigned(String note, NoteSigner key) {
        return NoteVerifier.verify(SignedNote.parse(note), key.key()) instanceof NoteVerifier.Verdict.Signed;
    }

    private static VerificationReport verify(NoteKey key) {
        return LedgerVerifier.over(postgres.asAuditor(), (_, _) -> {}, key.text())
                .verify();
    }

    private static String newest() throws SQLException {
        return postgres.text("select note from writ.tree_checkpoint order by size desc limit 1");
    }

    private static long number(String sql) throws SQLException {
        return Long.parseLong(postgres.text(sql));
    }
}
