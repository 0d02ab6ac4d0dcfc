package io.writ.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.cli.server.LocalInstance;
import io.writ.ledger.Finding;
import io.writ.ledger.LedgerVerifier;
import io.writ.ledger.LogKey;
import io.writ.ledger.Verdict;
import io.writ.ledger.VerificationReport;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was begun has an end, or the log says that it has none, whoever is killed and whoever cleans up. */
class CompletenessIT {

    /** Deadline, grace of thirty seconds, some sweeps; the rest is for a machine that is busy. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String GAP = "select decision_id::text from writ.decision where kind = 5 and session_id = ?";
    private static final String END = "select decision_id::text from writ.decision where kind = 4 and session_id = ?";
    private static final String PARAMS = "{\"view_id\":\"safe_customer_view_public\",\"fields\":[\"status\"],"
            + "\"filter_spec\":{\"customer_id\":\"cust_public_1\"}}";

    @Test
    void aServerThatIsKilledBetweenIntentAndOutcomeLeavesAGapThatIsSignedAndNamed() throws IOException {
        try (LocalInstance instance = TestServer.start("completeness", Map.of("WRIT_SESSION_TOKEN_TTL_SECS", "5"))) {
            Api dev = Api.of(instance, "dev");
            OpenSession ended = OpenSession.open(dev);
            assertThat(ended.call("fetch_rows", PARAMS).status()).isEqualTo(200);
            assertThat(ended.finish(nothingClaimed()).status()).isEqualTo(200);
            OpenSession left = OpenSession.open(dev);
            assertThat(left.call("fetch_rows", PARAMS).status()).isEqualTo(200);
            instance.server().kill();
            instance.restartServer();

            var records = new Records(instance.database());
            Patience.await(
                    PATIENCE,
                    "no gap was written",
                    () -> !records.texts(GAP, left.id()).isEmpty());
            String gap = records.texts(GAP, left.id()).getFirst();
            Patience.await(
                    PATIENCE,
                    "no checkpoint covers the gap",
                    () -> dev.get("/v1/ledger/proofs/inclusion?decision_id=" + gap)
                                    .status()
                            == 200);

            assertThat(records.texts(GAP, ended.id())).isEmpty();
            VerificationReport report = verify(instance, "completeness");
            assertThat(report.verdict()).isEqualTo(Verdict.GAP_DISCLOSED);
            assertThat(report.firstOffence().map(Finding::sentence).orElseThrow())
                    .contains("had no outcome in time");
            assertThat(report.completeness().outcomes()).isEqualTo(1);
            assertThat(report.completeness().gaps()).isEqualTo(1);
            assertThat(records.of(left.id()).getLast())
                    .contains(
                            "\"kind\":\"gap\"",
                            "\"run\":{\"answered\":1,\"evidence\":1,\"leaves_sha256\":\"",
                            "\"records\":2}");
            assertThat(page(instance, left.id())).contains("Begins the run", "No outcome in time");
        }
    }

    @Test
    void whoCutsOffTheEndOfARunIsFoundOut() throws IOException {
        try (LocalInstance instance = TestServer.start("completeness-cut", Map.of())) {
            Api dev = Api.of(instance, "dev");
            OpenSession session = OpenSession.open(dev);
            assertThat(session.call("fetch_rows", PARAMS).status()).isEqualTo(200);
            assertThat(session.finish(nothingClaimed()).status()).isEqualTo(200);
            assertThat(session.call("fetch_rows", PARAMS).status()).isNotEqualTo(200);
            var records = new Records(instance.database());
            String end = records.texts(END, session.id()).getFirst();
            Patience.await(
                    PATIENCE,
                    "no checkpoint covers the end",
                    () -> dev.get("/v1/ledger/proofs/inclusion?decision_id=" + end)
                                    .status()
                            == 200);
            assertThat(verify(instance, "completeness-cut").sentences()).isEmpty();

            records.asOwner(
                    "alter table writ.decision disable trigger user",
                    "delete from writ.decision where decision_id = '" + end + "'");
            VerificationReport withoutRecord = verify(instance, "completeness-cut");
            assertThat(withoutRecord.verdict()).isEqualTo(Verdict.GAP_UNDISCLOSED);
            assertThat(withoutRecord.sentences())
                    .anySatisfy(sentence -> assertThat(sentence).contains("its record " + end + " is missing"));

            records.asOwner(
                    "alter table writ.ledger_entry disable trigger user",
                    "delete from writ.ledger_entry e using writ.ledger_entry gone where gone.record_id = '" + end
                            + "' and e.lane = gone.lane and e.seq >= gone.seq");
            assertThat(verify(instance, "completeness-cut").verdict()).isEqualTo(Verdict.TRUNCATED);
            assertThat(verify(instance, "completeness-cut")
                            .firstOffence()
                            .map(Finding::sentence)
                            .orElseThrow())
                    .contains("it is missing and was leaf");
        }
    }

    private static VerificationReport verify(LocalInstance instance, String name) throws IOException {
        String key = LogKey.publicKey(Files.readString(
                TestServer.ROOT.resolve("integration-tests/target/instances/" + name + "/ledger-key")));
        return LedgerVerifier.over(instance.database().asAuditor(), (entries, records) -> {}, key)
                .verify();
    }

    private static String page(LocalInstance instance, String run) {
        String credentials =
                Base64.getEncoder().encodeToString(("dev:" + instance.secret()).getBytes(StandardCharsets.UTF_8));
        return Api.anonymous(instance)
                .with("authorization", "Basic " + credentials)
                .get("/console/runs/" + run)
                .text();
    }

    private static JsonObject nothingClaimed() {
        return Json.createObjectBuilder()
                .add("claim_map_id", "m1")
                .add("terminal_mode", "INSUFFICIENT_EVIDENCE")
                .add("claims", Json.createArrayBuilder())
                .add("coverage_threshold", 0.95)
                .add("coverage_observed", 1.0)
                .build();
    }
}
