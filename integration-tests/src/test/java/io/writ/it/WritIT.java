package io.writ.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.StrictJson;
import io.writ.governance.writ.WritReport;
import io.writ.governance.writ.WritVerifier;
import io.writ.ledger.proof.SealKey;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The writ of an answer, from a real server to those who check it. */
class WritIT {

    private static final String QUESTION = "When do orders leave the roastery?";

    private final Api dev = Api.of(TestServer.shared(), "dev");

    @TempDir
    private Path folder;

    @Test
    void theCommandProvesAWritOfTheServerOnOneScreen() throws Exception {
        Path file = Files.write(folder.resolve("writ.json"), WritFiles.of(dev, WritFiles.run(dev, QUESTION)));

        Command proven = verify(file, WritFiles.publicKey());

        assertThat(proven.output()).startsWith("PROVEN.").contains(QUESTION, "SUPPORTED", "Not proven:");
        assertThat(proven.exitCode()).isZero();
        assertThat(proven.output().lines().toList())
                .hasSizeLessThanOrEqualTo(24)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @Test
    void changedBytesOfAWritOfTheServerAreFound() throws Exception {
        byte[] writ = WritFiles.of(dev, WritFiles.run(dev, QUESTION));
        var verifier = new WritVerifier(List.of(SealKey.parse(WritFiles.publicKey())), List.of());
        assertThat(verifier.verify(writ).found()).isEmpty();

        // Every byte of a file is changed in VerifyWritCommandTest; here it is a file of this very build.
        IntStream.iterate(0, index -> index < writ.length, index -> index + 97)
                .parallel()
                .forEach(index -> {
                    byte[] changed = writ.clone();
                    changed[index] ^= 1;
                    WritReport report = verifier.verify(changed);
                    assertThat(report.verdict())
                            .as("byte %d", index)
                            .isIn(WritReport.Verdict.BROKEN, WritReport.Verdict.UNREADABLE);
                });
    }

    @Test
    void whoAskedIsNamedByACommitmentOnlyAndSecretsOfARefusalAreWithheld() {
        OpenSession session = OpenSession.open(Api.of(TestServer.shared(), "support"));
        session.call("fetch_span", "{\"object_id\":\"restricted/restricted_1.txt\"}");
        session.finish("nothing", "UNKNOWN", List.of());

        JsonObject predicate = predicate(WritFiles.of(Api.of(TestServer.shared(), "support"), session.id()));

        assertThat(predicate.toString()).doesNotContain("support", "restricted_1");
        assertThat(predicate.getJsonObject("ledger").getJsonArray("entries").getJsonObject(1))
                .doesNotContainKey("record");
        assertThat(predicate.getJsonArray("decisions").getJsonObject(1).getString("verdict"))
                .isEqualTo("deny");
        assertThat(predicate(WritFiles.of(Api.of(TestServer.shared(), "auditor"), session.id()))
                        .getJsonObject("ledger")
                        .getJsonArray("entries")
                        .getJsonObject(1))
                .containsKey("record");
    }

    @Test
    void itIsADownloadForTheBrowserAsForTheApi() {
        String session = WritFiles.run(dev, QUESTION);
        WritFiles.of(dev, session);
        String credentials = Base64.getEncoder()
                .encodeToString(("dev:" + TestServer.shared().secret()).getBytes(StandardCharsets.UTF_8));
        Api browser = Api.anonymous(TestServer.shared()).with("authorization", "Basic " + credentials);

        Answer file = browser.get("/console/runs/" + session + "/writ");
        assertThat(file.header("content-type")).isEqualTo("application/vnd.dsse.envelope.v1+json");
        assertThat(file.header("content-disposition")).isEqualTo("attachment; filename=\"writ-" + session + ".json\"");
        assertThat(browser.get("/console/runs/" + session).text())
                .contains("href=\"/console/runs/" + session + "/writ\"", "Download the writ");
        assertThat(browser.get("/v1/runs/" + session + "/writ").status()).isEqualTo(401);
    }

    @Test
    void anOpenRunHasNoWritYet() {
        Answer answer = dev.get("/v1/runs/" + OpenSession.open(dev).id() + "/writ");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().getString("type")).endsWith("/problems/run-unfinished");
    }

    @Test
    void aRunOfSomebodyElseDoesNotExist() {
        String session = WritFiles.run(dev, QUESTION);

        for (String principal : List.of("support", "neighbour")) {
            assertThat(Api.of(TestServer.shared(), principal)
                            .get("/v1/runs/" + session + "/writ")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(Api.anonymous(TestServer.shared())
                        .get("/v1/runs/" + session + "/writ")
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "01ARZ3NDEKTSV4RRFFQ69G5FAV", "%00", "..", "%2e%2e%2f", "a%20b", "'or'1'='1"})
    void whatIsNoRunIsNotFound(String session) {
        assertThat(dev.get("/v1/runs/" + session + "/writ").status()).isIn(400, 404);
    }

    @Test
    void aThirdProgramThatSharesNoCodeWithUsAgrees() throws Exception {
        Assumptions.assumeTrue(
                PolicyAuthor.run(Path.of("."), List.of("go", "version")).startsWith("go version"),
                "SKIPPED: go is absent, so no third program verified a writ");
        byte[] writ = WritFiles.of(dev, WritFiles.run(dev, QUESTION));
        Path file = Files.write(folder.resolve("writ.json"), writ);
        Path key = Files.writeString(folder.resolve("key"), WritFiles.publicKey());

        assertThat(PolicyAuthor.run(
                        TestServer.ROOT.resolve("integration-tests/src/test/go/verify"),
                        List.of("go", "run", "./writ", file.toString(), key.toString())))
                .startsWith("verified");
    }

    private static JsonObject predicate(byte[] writ) {
        String payload = StrictJson.parseObject(writ).getString("payload");
        return StrictJson.parseObject(Base64.getDecoder().decode(payload)).getJsonObject("predicate");
    }

    private static Command verify(Path file, String key) {
        return Command.run(TestServer.shared().database(), "verify", file.toString(), "--key", key);
    }
}
