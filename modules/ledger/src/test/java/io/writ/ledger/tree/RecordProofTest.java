package io.writ.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.writ.ledger.ExportOptions;
import io.writ.ledger.LedgerEntry;
import io.writ.ledger.LedgerException;
import io.writ.ledger.LedgerExport;
import io.writ.ledger.LogKey;
import io.writ.ledger.ProofCheck;
import io.writ.ledger.ProofStep;
import io.writ.ledger.RecordProof;
import io.writ.ledger.RecordProver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One record is proven from the database and from an export, and the proof is checked with a key alone. */
class RecordProofTest {

    private static GrownLog log;

    @TempDir
    private Path folder;

    @BeforeAll
    static void grow() throws IOException, SQLException {
        log = GrownLog.grow();
    }

    @AfterAll
    static void stop() throws IOException {
        log.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 59, 60, 200, 299})
    void aProofFromTheDatabaseAndOneFromAnExportAreTheSameAndHold(int commit) {
        LedgerEntry entry = log.entries().get(commit);
        new LedgerExport(log.postgres().asAuditor(), Clock.systemUTC(), _ -> {})
                .write(folder.resolve("log.tar"), ExportOptions.WHOLE);

        String id = entry.recordId().toString();
        List<RecordProof> proofs = RecordProver.inDatabase(log.postgres().asAuditor(), id);

        assertThat(proofs).hasSize(1).isEqualTo(RecordProver.inExport(folder.resolve("log.tar"), id));
        RecordProof proof = proofs.getFirst();
        assertThat(proof.proven().entry()).isEqualTo(entry);
        assertThat(RecordProof.parse(proof.text())).isEqualTo(proof);
        assertThat(ProofCheck.of(proof, GrownLog.publicKey()))
                .allMatch(ProofStep::holds)
                .extracting(ProofStep::name)
                .containsExactly("canonical", "identity", "leaf", "entry", "path", "root", "signature");
    }

    @Test
    void aProofWithoutTheRecordProvesItsHash() {
        RecordProof proof = proof(7);
        var hashes = new RecordProof(proof.proven(), Optional.empty());

        assertThat(ProofCheck.of(RecordProof.parse(hashes.text()), GrownLog.publicKey()))
                .allMatch(ProofStep::holds)
                .extracting(ProofStep::name)
                .containsExactly("record", "entry", "path", "root", "signature");
    }

    @Test
    void whatIsInNoTreeYetIsNotProvenAndNeitherIsWhatNobodyRecorded() {
        assertThat(prove(log.entries().getLast().recordId().toString())).isEmpty();
        assertThat(prove(UUID.randomUUID().toString())).isEmpty();
        assertThat(prove("'; drop table writ.decision; --")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "\"lane\":1 => \"lane\":2 => entry",
                "\"kind\":2 => \"kind\":3 => entry",
                "\"tree_index\":3 => \"tree_index\":5 => root",
                "\"tree_size\":300 => \"tree_size\":299 => root",
                "\\n300\\n => \\n301\\n => root",
                "\"tree_index\":3 => \"tree_index\":999 => path",
            })
    void aChangedMemberFailsAtItsStep(String from, String to, String step) {
        String text = proof(6).text();
        assertThat(text).contains(from);

        List<ProofStep> steps = ProofCheck.of(RecordProof.parse(text.replace(from, to)), GrownLog.publicKey());

        assertThat(steps.getLast().holds()).isFalse();
        assertThat(steps.getLast().name()).isEqualTo(step);
        assertThat(steps.subList(0, steps.size() - 1)).allMatch(ProofStep::holds);
    }

    @Test
    void everyChangedByteOfARecordIsFound() {
        RecordProof proof = proof(5);
        byte[] bytes = Base64.getDecoder().decode(proof.canonical().orElseThrow());
        for (int at = 0; at < bytes.length; at++) {
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            List<ProofStep> steps = ProofCheck.of(proof.with(changed), GrownLog.publicKey());
            assertThat(steps.getLast().name()).as("byte %d", at).isIn("canonical", "identity", "leaf");
            assertThat(steps.getLast().holds()).isFalse();
        }
    }

    @Test
    void aRecordThatNamesNoIdIsNotProvenToBeTheOneAskedFor() {
        ProofStep step = ProofCheck.of(proof(5).with("{}".getBytes(StandardCharsets.UTF_8)), GrownLog.publicKey())
                .getLast();

        assertThat(step.name()).isEqualTo("identity");
        assertThat(step.holds()).isFalse();
        assertThat(step.told())
                .isEqualTo("The record names no id, so nothing says that it is "
                        + log.entries().get(5).recordId() + ".");
    }

    @Test
    void theKeyOfAnotherLogProvesNothing() {
        assertThatThrownBy(() -> ProofCheck.of(proof(5), "nonsense")).isInstanceOf(LedgerException.class);
        String other = LogKey.publicKey(LogKey.mint("writ.example/other"));
        assertThat(ProofCheck.of(proof(5), other).getLast().told()).contains("another log");
        String sameName = LogKey.publicKey(LogKey.mint("writ.example/test"));
        assertThat(ProofCheck.of(proof(5), sameName).getLast().told()).contains("did not sign");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{\"type\":\"https://writ.io/proof/v2\"}", "{\"lane\":1,\"lane\":2}"})
    void whatIsNoProofIsRefusedWithAReason(String text) {
        assertThatThrownBy(() -> RecordProof.parse(text))
                .isInstanceOf(LedgerException.class)
                .hasMessageStartingWith("the proof is");
    }

    private static RecordProof proof(int commit) {
        return prove(log.entries().get(commit).recordId().toString()).getFirst();
    }

    private static List<RecordProof> prove(String id) {
        return RecordProver.inDatabase(log.postgres().asAuditor(), id);
    }
}
