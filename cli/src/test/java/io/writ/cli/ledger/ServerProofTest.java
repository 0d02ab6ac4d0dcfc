package io.writ.cli.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.cli.Outcome;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only the server itself can say that it has no record; whatever else answers says nothing about the record. */
class ServerProofTest {

    private static final String ID = "01890a5d-ac96-774b-bcce-b302099a8057";
    private static final String PATH = "/v1/ledger/proofs/inclusion?decision_id=" + ID;

    private final TalkativeLog log = new TalkativeLog();

    @AfterEach
    void close() {
        log.close();
    }

    @ParameterizedTest
    @CsvSource({"404, entry-unknown", "503, proof-pending"})
    void theServerSaysThatNoCheckpointCoversTheRecord(int status, String problem) {
        log.fails(PATH, status, problem(problem));

        Outcome outcome = prove();

        assertThat(outcome.errors()).contains("no checkpoint covers a record or a run " + ID);
        assertThat(outcome.exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"404, route-unknown", "503, ledger-down", "403, policy-denied"})
    void anotherRefusalIsNoAnswerAboutTheRecord(int status, String problem) {
        log.fails(PATH, status, problem(problem));

        assertNoProof(status);
    }

    @Test
    void whatStandsAtAWrongAddressSaysNothingAboutTheRecord() {
        assertNoProof(404);
        log.fails(PATH, 502, "see /problems/proof-pending");
        assertNoProof(502);
    }

    private void assertNoProof(int status) {
        Outcome outcome = prove();

        assertThat(outcome.errors()).contains("the server gives no proof: " + status);
        assertThat(outcome.exitCode()).isEqualTo(2);
    }

    private Outcome prove() {
        return Outcome.of(Map.of(), "ledger", "prove", ID, "--url", log.url());
    }

    private static String problem(String slug) {
        return "{\"type\":\"https://writ.io/problems/" + slug + "\"}";
    }
}
