package io.writ.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.ledger.ExportOptions;
import io.writ.ledger.Finding;
import io.writ.ledger.LedgerExport;
import io.writ.ledger.LedgerVerifier;
import io.writ.ledger.MigratedPostgres;
import io.writ.ledger.OneConnection;
import io.writ.ledger.Verdict;
import io.writ.ledger.VerificationReport;
import io.writ.ledger.VerifierOptions;
import io.writ.ledger.append.Recorder;
import io.writ.ledger.signing.NoteKey;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The owner of the database, with every trigger off, changes what was written; the auditor finds it. */
class TamperedTreeTest {

    private static final int SIZE = 300;

    private static MigratedPostgres postgres;

    @TempDir
    private Path folder;

    @BeforeAll
    static void growTree() throws Exception {
        postgres = MigratedPostgres.start();
        Recorder recorder = Recorder.over(postgres.asApp(), 1);
        try (Connection connection = postgres.asSequencer().getConnection()) {
            connection.setAutoCommit(false);
            Sequencer sequencer = new Sequencer(new LogIdentity(LogKeys.SIGNER, Clock.systemUTC()), LogKeys.NOTARY);
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
        assertThat(verify(stranger.text()).sentences())
                .containsExactly("checkpoint 60: it is of another log than writ.example/other");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "delete from writ.tree_checkpoint where size = 300 => TRUNCATED"
                        + " => checkpoint 300: it is missing: the tree has 300 leaves and its newest checkpoint covers"
                        + " 240",
                "delete from writ.tree_range where tree_index = 240 => TRUNCATED"
                        + " => leaf 240: it is missing, the newest checkpoint covers 300 leaves",
                "delete from writ.tree_range where tree_index = 60 => GAP_UNDISCLOSED"
                        + " => leaf 60: it is missing, the next leaf is 120",
                "delete from writ.ledger_entry where seq > 298 => TRUNCATED"
                        + " => lane 1, entry 299: it is missing and was leaf 298, the newest checkpoint covers 300"
                        + " leaves",
                "delete from writ.ledger_entry where seq = 70 => GAP_UNDISCLOSED"
                        + " => lane 1, entry 70: it is missing and was leaf 69, the next leaf is 70",
                "update writ.tree_tile set hashes = set_byte(hashes, 5, (get_byte(hashes, 5) + 1) % 256) => FORKED"
                        + " => tile 0/0: it holds other hashes than the entries below it",
                "delete from writ.tree_tile => GAP_UNDISCLOSED => tile 0/0: it is missing",
                "update writ.tree_checkpoint set edge = set_byte(edge, 5, (get_byte(edge, 5) + 1) % 256)"
                        + " where size = 300 => FORKED"
                        + " => checkpoint 300: its right edge is not that of the entries before it",
                "update writ.tree_checkpoint set root = sha256('x') where size = 120 => FORKED"
                        + " => checkpoint 120: its root is not that of the entries before it",
                "update writ.tree_checkpoint set note = replace(note, chr(10) || '180' || chr(10),"
                        + " chr(10) || '181' || chr(10)) where size = 180 => FORKED"
                        + " => checkpoint 180: its note says another size or root",
                "insert into writ.tree_checkpoint select 301, root, edge, signed_us, note from writ.tree_checkpoint"
                        + " where size = 300 => TRUNCATED"
                        + " => leaf 300: it is missing, the newest checkpoint covers 301 leaves"
            })
    void aChangeIsFoundAndNamed(String change, Verdict verdict, String finding) throws SQLException {
        try (Connection owner = postgres.asOwner().getConnection();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            for (String table : List.of("tree_range", "tree_tile", "tree_checkpoint", "ledger_entry")) {
                statement.execute("alter table writ." + table + " disable trigger all");
            }
            assertThat(statement.executeUpdate(change)).isPositive();
            VerificationReport report =
                    LedgerVerifier.over(new OneConnection(owner)).verify();
            assertThat(report.sentences()).contains(finding);
            assertThat(report.findings())
                    .filteredOn(found -> found.sentence().equals(finding))
                    .extracting(Finding::verdict)
                    .containsExactly(verdict);
            assertThat(report.verdict()).isEqualTo(verdict);
            assertThat(exported(owner))
                    .usingRecursiveComparison()
                    .ignoringFields("unchecked")
                    .isEqualTo(report);
            owner.rollback();
        }
    }

    @Test
    void aDecisionThatIsReplayedIntoAnotherTenantIsNamed() throws SQLException {
        String replay = """
                with original as (select * from writ.decision order by decision_id limit 1),
                     text as (select convert_to('{"kind":"decision","record_id":"' || decision_id || '","tenant":"acme"}',
                                                'UTF8') as bytes from original),
                     before as (select lane, seq, entry_hash from writ.ledger_entry order by seq desc limit 1),
                     copy as (insert into writ.decision
                                (decision_id, tenant_id, trace_id, kind, event, occurred_at, canonical)
                              select '00000000-0000-4000-8000-000000000001', 'globex', trace_id, kind, event,
                                     occurred_at, bytes from original, text)
                insert into writ.ledger_entry (lane, seq, kind, record_id, leaf_hash, entry_hash)
                select lane, seq + 1, 2, '00000000-0000-4000-8000-000000000001', leaf,
                       sha256('\\x02'::bytea || entry_hash || int8send(lane) || int8send(seq + 1) || '\\x02'::bytea || leaf)
                from before, (select sha256('\\x10'::bytea || bytes) as leaf from text) hashed""";
        try (Connection owner = postgres.asOwner().getConnection();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            assertThat(statement.executeUpdate(replay)).isEqualTo(1);
            VerificationReport report =
                    LedgerVerifier.over(new OneConnection(owner)).verify();
            assertThat(report.sentences())
                    .singleElement()
                    .asString()
                    .startsWith(
                            "lane 1, entry 301: its record 00000000-0000-4000-8000-000000000001 is a copy of record");
            assertThat(report.verdict()).isEqualTo(Verdict.FORKED);
            assertThat(exported(owner))
                    .usingRecursiveComparison()
                    .ignoringFields("unchecked")
                    .isEqualTo(report);
            owner.rollback();
        }
    }

    /** What an auditor finds in an export of the same state. */
    private VerificationReport exported(Connection owner) {
        new LedgerExport(new OneConnection(owner), Clock.systemUTC(), _ -> {})
                .write(folder.resolve("log"), ExportOptions.WHOLE);
        return LedgerVerifier.overExport(
                        folder.resolve("log"), new VerifierOptions(Optional.empty(), 2, (entries, records) -> {}))
                .verify();
    }

    private static VerificationReport verify(String key) {
        return LedgerVerifier.over(postgres.asAuditor(), (entries, records) -> {}, key)
                .verify();
    }
}
