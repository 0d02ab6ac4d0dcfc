package io.writ.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.writ.ledger.append.Recorder;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody with all rights switches the triggers off and changes the log. */
class LedgerVerifierTest {

    private static MigratedPostgres postgres;

    private final List<LedgerEntry> entries = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException, SQLException {
        postgres = MigratedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void fiveEntriesInOneLane() throws IOException, SQLException {
        postgres.reset();
        Recorder recorder = Recorder.over(postgres.asApp(), 1);
        for (int commit = 0; commit < 5; commit++) {
            entries.add(recorder.commit());
        }
    }

    @Test
    void anUntouchedLogIsIntact() {
        VerificationReport report = verify();
        assertThat(report)
                .isEqualTo(new VerificationReport(
                        1,
                        5,
                        5,
                        0,
                        new TreeReport(0, 0, false),
                        AttachmentReport.NONE,
                        new CompletenessReport(0, 0, 0, 0),
                        AnchorReport.NONE,
                        List.of(
                                "signatures of checkpoints, for want of a key",
                                "5 entries that no checkpoint covers yet: whoever has the database could have written"
                                        + " them"),
                        List.of(),
                        0));
        assertThat(report.isIntact()).isTrue();
    }

    @Test
    void aChangedByteOfARecordIsNamed() throws SQLException {
        tamper("update writ.decision set canonical = set_byte(canonical, 2, 0) where decision_id = ?", record(3));
        assertThat(verify().sentences())
                .containsExactly("lane 1, entry 3: its record " + record(3) + " is not the one that was hashed");
    }

    @Test
    void aChangedRecordWithAChangedLeafBreaksTheChain() throws SQLException {
        tamper("update writ.decision set canonical = '{}' where decision_id = ?", record(3));
        tamper("update writ.ledger_entry set leaf_hash = sha256('\\x107b7d') where record_id = ?", record(3));
        assertThat(verify().sentences())
                .containsExactly(
                        "lane 1, entry 3: its hash does not follow from the entry before, its kind and its leaf");
    }

    @Test
    void aDeletedEntryIsAHole() throws SQLException {
        tamper("delete from writ.ledger_entry where record_id = ?", record(3));
        assertThat(verify().verdict()).isEqualTo(Verdict.GAP_UNDISCLOSED);
        assertThat(verify().sentences())
                .containsExactly(
                        "lane 1, entry 3: it is missing, the next one is 4",
                        "record " + record(3) + ": no entry stands for it");
    }

    @Test
    void anEntryWhosePlaceWasClosedUpDoesNotFollow() throws SQLException {
        tamper("delete from writ.decision where decision_id = ?", record(3));
        tamper("delete from writ.ledger_entry where record_id = ?", record(3));
        tamper("update writ.ledger_entry set seq = 3 where record_id = ?", record(4));
        tamper("update writ.ledger_entry set seq = 4 where record_id = ?", record(5));
        assertThat(verify().sentences())
                .containsExactly(
                        "lane 1, entry 3: its hash does not follow from the entry before, its kind and its leaf");
    }

    @Test
    void anEntryOfAnotherKindDoesNotFollow() throws SQLException {
        tamper("update writ.ledger_entry set kind = 6 where record_id = ?", record(3));
        assertThat(verify().sentences())
                .containsExactly(
                        "lane 1, entry 3: its hash does not follow from the entry before, its kind and its leaf");
    }

    @Test
    void aDeletedRecordIsMissed() throws SQLException {
        tamper("delete from writ.decision where decision_id = ?", record(2));
        assertThat(verify().sentences()).containsExactly("lane 1, entry 2: its record " + record(2) + " is missing");
    }

    @Test
    void swappedRecordsAreFoundAtTheFirst() throws SQLException {
        tamper("""
                update writ.decision d set canonical = o.canonical from writ.decision o
                 where (d.decision_id, o.decision_id) in ((?, ?), (?, ?))""", record(2), record(4), record(4), record(2));
        assertThat(verify().verdict()).isEqualTo(Verdict.FORKED);
        assertThat(verify().sentences())
                .containsExactly("lane 1, entry 2: its record " + record(2) + " is not the one that was hashed");
    }

    @Test
    void swappedEntriesAreFoundAtTheFirst() throws SQLException {
        tamper("update writ.ledger_entry set seq = seq + 100 where record_id in (?, ?)", record(2), record(4));
        tamper("update writ.ledger_entry set seq = 2 where record_id = ?", record(4));
        tamper("update writ.ledger_entry set seq = 4 where record_id = ?", record(2));
        assertThat(verify().sentences())
                .containsExactly(
                        "lane 1, entry 2: its hash does not follow from the entry before, its kind and its leaf");
    }

    @Test
    void aRecordWithoutAnEntryIsNamed() throws SQLException {
        UUID smuggled = UUID.randomUUID();
        tamper(
                "insert into writ.decision (decision_id, tenant_id, trace_id, kind, event, occurred_at, canonical)"
                        + " values (?, 'acme', 't', 2, 'e', now(), '')",
                smuggled);
        assertThat(verify().sentences()).containsExactly("record " + smuggled + ": no entry stands for it");
    }

    @Test
    void aChangedOpeningOfALaneIsNamed() throws SQLException {
        tamper("update writ.ledger_lane set node_id = ?", "somebody else");
        assertThat(verify().sentences()).containsExactly("lane 1: the genesis does not match the lane's opening");
    }

    @Test
    void aLaneThatWasNeverOpenedIsNamed() throws SQLException {
        tamper("delete from writ.ledger_lane where node_id = ?", "node");
        assertThat(verify().sentences()).containsExactly("lane 1, entry 1: its lane was never opened");
    }

    @Test
    void withoutACheckpointNothingIsProvenToWhoeverBringsAKey() {
        VerificationReport report = LedgerVerifier.over(
                        postgres.asAuditor(),
                        (entries, records) -> {},
                        LogKey.publicKey(LogKey.mint("writ.example/log")))
                .verify();
        assertThat(report.verdict()).isEqualTo(Verdict.UNVERIFIABLE);
        assertThat(report.sentences()).containsExactly("tree: no checkpoint is there whose signature could be checked");
        assertThat(verify().verdict()).isEqualTo(Verdict.INTACT);
    }

    @Test
    void aUserWhoSeesOneTenantCannotVerifyForAll() {
        assertThatThrownBy(() -> LedgerVerifier.over(postgres.asApp()).verify())
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("verify as the auditor");
    }

    @Test
    void theReaderFindsTheEntryOfARecord() {
        var reader = new DatabaseReader(postgres.asApp());
        assertThat(reader.entryOf(record(4))).contains(entries.get(3));
        assertThat(reader.entryOf(UUID.randomUUID())).isEmpty();
        assertThat(reader.lanes()).containsExactly(1L);
        assertThat(reader.isReachable()).isTrue();
    }

    private UUID record(int seq) {
        return entries.get(seq - 1).recordId();
    }

    private static VerificationReport verify() {
        return LedgerVerifier.over(postgres.asAuditor()).verify();
    }

    private static void tamper(String sql, Object... parameters) throws SQLException {
        try (Connection owner = postgres.asOwner().getConnection();
                var off = owner.createStatement();
                var statement = owner.prepareStatement(sql)) {
            off.execute("set session_replication_role = replica");
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            statement.executeUpdate();
        }
    }
}
