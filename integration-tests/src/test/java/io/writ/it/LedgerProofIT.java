package io.writ.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.ledger.LogKey;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an outsider gets, and what software that we did not write says about it. */
class LedgerProofIT {

    private static final Path VERIFIER = TestServer.ROOT.resolve("integration-tests/src/test/go/verify");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Api dev = Api.of(TestServer.shared(), "dev");

    @Test
    void otherPeoplesSoftwareVerifiesCheckpointTilesAndProofs(@TempDir Path work) throws Exception {
        Assumptions.assumeTrue(hasGo(), "SKIPPED: go is absent, so nobody else verified checkpoints and proofs");
        decide();
        String older = checkpoint();
        Files.writeString(work.resolve("checkpoint.old"), older);
        UUID decision = decide();
        Answer proof = inclusion(decision);
        Files.writeString(work.resolve("inclusion.json"), proof.text());
        String newer = proof.json().getString("checkpoint");
        Files.writeString(work.resolve("checkpoint.new"), newer);
        String sizes = "?from=" + size(older) + "&to=" + size(newer);
        Files.writeString(
                work.resolve("consistency.json"),
                dev.get("/v1/ledger/proofs/consistency" + sizes).text());
        Files.writeString(work.resolve("key"), publicKey());
        downloadTiles(size(newer), work.resolve("tile"));

        Run verified = verify(work);
        assertThat(verified.said()).startsWith("verified " + size(newer) + " leaves");
        assertThat(verified.exit()).isZero();

        Files.writeString(work.resolve("inclusion.json"), proof.text().replace("\"tree_index\":", "\"tree_index\":1"));
        assertThat(verify(work).exit()).as("a proof for another place").isEqualTo(1);
        Files.writeString(work.resolve("inclusion.json"), proof.text());
        Files.writeString(work.resolve("checkpoint.new"), newer.replaceFirst("\n\\d+\n", "\n1\n"));
        assertThat(verify(work).exit()).as("a checkpoint that was cut").isEqualTo(1);
    }

    @Test
    void aNewDecisionIsUnderACheckpointWithinSeconds() {
        JsonObject proof = inclusion(decide()).json();
        assertThat(proof.getJsonNumber("tree_size").longValue())
                .isGreaterThan(proof.getJsonNumber("tree_index").longValue());
        assertThat(size(checkpoint()))
                .isGreaterThanOrEqualTo(proof.getJsonNumber("tree_size").longValue());
    }

    @Test
    void theLagOfTheTreeIsMeasured() {
        inclusion(decide());
        assertThat(Api.anonymous(TestServer.shared()).get("/metrics").text())
                .containsPattern("writ_ledger_tree_leaves [1-9]")
                .containsPattern("writ_ledger_inclusion_lag_seconds \\d")
                .contains("writ_ledger_sequencing 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/ledger/proofs/inclusion",
                "/v1/ledger/proofs/inclusion?decision_id=1",
                "/v1/ledger/proofs/consistency",
                "/v1/ledger/proofs/consistency?from=2&to=1",
                "/v1/ledger/proofs/consistency?from=-1&to=1",
                "/v1/ledger/proofs/consistency?from=0&to=99999999999",
                "/v1/ledger/proofs/consistency?from=a&to=b"
            })
    void aQuestionThatMakesNoSenseIsRefused(String path) {
        Answer refused = dev.get(path);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("ERR_INVALID_PARAMS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tile/0/999",
                "/tile/7/000",
                "/tile/0/000.p/0",
                "/tile/0/x001",
                "/tile/entries/999",
                "/tile/entries/a",
                "/v1/ledger/proofs/inclusion?decision_id=00000000-0000-4000-8000-000000000000"
            })
    void whatIsNotInTheTreeIsNotThere(String path) {
        Answer missing = dev.get(path);
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.header("content-type")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/checkpoint", "/tile/0/000.p/1", "/v1/ledger/proofs/consistency?from=0&to=0"})
    void strangersGetNothing(String path) {
        assertThat(Api.anonymous(TestServer.shared()).get(path).status()).isEqualTo(401);
    }

    /** Opens a session, which is a decision, and names it. */
    private UUID decide() {
        OpenSession session = OpenSession.open(dev);
        List<String> decisions = new Records(TestServer.shared().database())
                .texts("select decision_id::text from writ.decision where session_id = ?", session.id());
        return UUID.fromString(decisions.getFirst());
    }

    private Answer inclusion(UUID decision) {
        String path = "/v1/ledger/proofs/inclusion?decision_id=" + decision;
        Patience.await(PATIENCE, "the tree did not grow", () -> dev.get(path).status() == 200);
        return dev.get(path);
    }

    private String checkpoint() {
        Patience.await(
                PATIENCE, "the tree did not grow", () -> dev.get("/checkpoint").status() == 200);
        return dev.get("/checkpoint").text();
    }

    private static long size(String checkpoint) {
        return Long.parseLong(checkpoint.lines().skip(1).findFirst().orElseThrow());
    }

    private static String publicKey() throws IOException {
        return LogKey.publicKey(
                Files.readString(TestServer.ROOT.resolve("integration-tests/target/instances/shared/ledger-key")));
    }

    private void downloadTiles(long size, Path folder) throws IOException {
        for (int level = 0; size >> (8 * level) > 0; level++) {
            long nodes = size >> (8 * level);
            for (long tile = 0; tile * 256 < nodes; tile++) {
                long width = Math.min(256, nodes - tile * 256);
                String path = level + "/" + "%03d".formatted(tile) + (width == 256 ? "" : ".p/" + width);
                Path file = folder.resolve(path);
                Files.createDirectories(file.getParent());
                Files.write(file, dev.bytes("/tile/" + path));
            }
        }
    }

    private record Run(int exit, String said) {}

    private static Run verify(Path work) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("go", "run", ".", work.toString())
                .directory(VERIFIER.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), said);
    }

    private static boolean hasGo() {
        return PolicyAuthor.run(Path.of("."), List.of("go", "version")).startsWith("go version");
    }
}
