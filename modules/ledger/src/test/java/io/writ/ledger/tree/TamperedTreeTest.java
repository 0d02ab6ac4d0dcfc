package io.writ.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.ledger.LedgerVerifier;
import io.writ.ledger.MigratedPostgres;
import io.writ.ledger.OneConnection;
import io.writ.ledger.VerificationReport;
import io.writ.ledger.append.Recorder;
import io.writ.ledger.signing.NoteKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The owner of the database, with every trigger off, changes what was written; the auditor finds it. */
class TamperedTreeTest {

    private static final int SIZE = 300;

    private static MigratedPostgres postgres;

    @BeforeAll
    static void growTree() throws Exception {
        postgres = MigratedPostgres.start();
        Recorder recorder = Recorder.over(postgres.asApp(), 1);
        try (Connection connection = postgres.asSequencer().getConnection()) {
            connection.setAutoCommit(false);
            Sequencer sequencer = new Sequencer(new LogIdentity(LogKeys.SIGNER, Clock.systemUTC()));
            for (int i = 1; i <= SIZE; i++) {
                recorder.commit();
                if (i % 60 == 0) {
                    sequencer.cycle(connection);
                }
            }
        }
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        postgres.close();
    }

    @Test
    void anUntouchedTreeIsIntact() {
        VerificationReport report = verify(LogKeys.KEY.text());
        assertThat(report.findings()).isEmpty();
        assertThat(report.tree().leaves()).isEqualTo(SIZE);
        assertThat(report.tree().checkpoints()).isEqualTo(5);
        assertThat(report.tree().signaturesChecked()).isTrue();
    }

    @Test
    void aSignatureOfAnotherKeyIsNamed() {
        NoteKey stranger = new NoteKey("writ.example/other", NoteKey.Type.ED25519, LogKeys.KEY.publicKey());
        assertThat(verify(stranger.text()).findings())
                .containsExactly("tree: checkpoint 60: it is of another log than writ.example/other");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "delete from writ.tree_checkpoint where size = 300 "
                        + " => tree: the tree has 300 leaves and its newest checkpoint covers 240",
                "delete from writ.tree_range where tree_index = 240 "
                        + " => tree: the tree has 240 leaves and its newest checkpoint covers 300",
                "delete from writ.tree_range where tree_index = 60 "
                        + " => tree: leaf 60 is missing, the next one is 120",
                "update writ.tree_tile set hashes = set_byte(hashes, 5, (get_byte(hashes, 5) + 1) % 256) "
                        + " => tree: tile 0/0 is missing or holds other hashes",
                "delete from writ.tree_tile => tree: tile 0/0 is missing or holds other hashes",
                "update writ.tree_checkpoint set edge = set_byte(edge, 5, (get_byte(edge, 5) + 1) % 256)"
                        + " where size = 300"
                        + " => tree: checkpoint 300: its right edge is not that of the entries before it",
                "update writ.tree_checkpoint set root = sha256('x') where size = 120 "
                        + " => tree: checkpoint 120: its root is not that of the entries before it",
                "update writ.tree_checkpoint set note = replace(note, chr(10) || '180' || chr(10),"
                        + " chr(10) || '181' || chr(10)) where size = 180 "
                        + " => tree: checkpoint 180: its note says another size or root",
                "insert into writ.tree_checkpoint select 301, root, edge, signed_us, note from writ.tree_checkpoint"
                        + " where size = 300 => tree: the tree has 300 leaves and its newest checkpoint covers 301"
            })
    void aChangeIsFoundAndNamed(String change, String finding) throws SQLException {
        try (Connection owner = postgres.asOwner().getConnection();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            for (String table : List.of("tree_range", "tree_tile", "tree_checkpoint", "ledger_entry")) {
                statement.execute("alter table writ." + table + " disable trigger all");
            }
            assertThat(statement.executeUpdate(change)).isPositive();
            assertThat(LedgerVerifier.over(new OneConnection(owner)).verify().findings())
                    .contains(finding);
            owner.rollback();
        }
    }

    private static VerificationReport verify(String key) {
        return LedgerVerifier.over(postgres.asAuditor(), (entries, records) -> {}, key)
                .verify();
    }
}
