package io.writ.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.ledger.LedgerHash;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Single entries and the server's own verification, as different callers get them. */
class LedgerReadIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int AT_ONCE = 12;

    private final Records records = new Records(TestServer.shared().database());
    private final Api dev = Api.of(TestServer.shared(), "dev");
    private final Api auditor = Api.of(TestServer.shared(), "auditor");

    @Test
    void everyCallerGetsTheHashesOfAnEntryByIdAndByPlace() {
        UUID decision = decide();

        JsonObject byId = dev.get("/v1/ledger/entries/" + decision).json();
        JsonObject byPlace = dev.get("/v1/ledger/entries/" + byId.getInt("lane") + ":" + byId.getInt("seq"))
                .json();

        assertThat(byId).isEqualTo(byPlace).doesNotContainKey("canonical");
        assertThat(byId.getString("record_id")).isEqualTo(decision.toString());
        assertThat(byId.getString("entry_hash")).hasSize(64);
    }

    @Test
    void anAuditorGetsTheBytesThatWereHashedAndTheLookIsRecorded() {
        UUID decision = decide();

        JsonObject entry =
                auditor.get("/v1/ledger/entries/" + decision + "?body=true").json();

        byte[] canonical = Base64.getDecoder().decode(entry.getString("canonical"));
        assertThat(LedgerHash.leaf(canonical).hex()).isEqualTo(entry.getString("leaf_hash"));
        assertThat(looksAt(decision)).isEqualTo("1");
    }

    @Test
    void othersAndOtherTenantsGetHashesOnlyEvenWhenTheyAskForMore() {
        UUID decision = decide();
        String path = "/v1/ledger/entries/" + decision + "?body=true";

        for (String principal : List.of("dev", "guest", "neighbour")) {
            Answer answer = Api.of(TestServer.shared(), principal).get(path);
            assertThat(answer.status()).as(principal).isEqualTo(200);
            assertThat(answer.json()).as(principal).doesNotContainKey("canonical");
        }
        assertThat(looksAt(decision)).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/ledger/entries/1",
                "/v1/ledger/entries/0:1",
                "/v1/ledger/entries/1:-1",
                "/v1/ledger/entries/99999999999999999999:1",
                "/v1/ledger/entries/1-1-1-1-1",
                "/v1/ledger/entries/'%20or%201=1",
                "/v1/ledger/entries/1:1?body=maybe",
                "/v1/ledger/verify?decision_id=1:1",
                "/v1/ledger/verify?decision_id=x"
            })
    void aQuestionThatMakesNoSenseIsRefused(String path) {
        Answer refused = auditor.get(path);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("ERR_INVALID_PARAMS");
    }

    @Test
    void whatNobodyRecordedIsNotThereAndStrangersGetNothing() {
        String unknown = "00000000-0000-4000-8000-000000000000";
        assertThat(auditor.get("/v1/ledger/entries/" + unknown + "?body=true").status())
                .isEqualTo(404);
        assertThat(auditor.get("/v1/ledger/entries/999999999999:1").status()).isEqualTo(404);
        for (String path : List.of("/v1/ledger/entries/1:1", "/v1/ledger/verify")) {
            assertThat(Api.anonymous(TestServer.shared()).get(path).status()).isEqualTo(401);
        }
    }

    @Test
    void theServerVerifiesARecordFromItsBytesToTheCheckpoint() {
        UUID decision = decide();
        Patience.await(
                PATIENCE,
                "the tree did not grow",
                () -> dev.get("/v1/ledger/proofs/inclusion?decision_id=" + decision)
                                .status()
                        == 200);

        JsonObject whole = verified(auditor, "?decision_id=" + decision);
        assertThat(whole.getString("verdict")).isEqualTo("intact");
        assertThat(steps(whole))
                .contains("checkpoint", "chains")
                .endsWith("canonical", "identity", "leaf", "entry", "path", "root", "signature");
        assertThat(whole.getJsonArray("not_checked")).isNotEmpty();

        JsonObject hashes = verified(dev, "?decision_id=" + decision);
        assertThat(steps(hashes)).endsWith("record", "entry", "path", "root", "signature");
        assertThat(hashes.getJsonArray("not_checked").toString()).contains("they are for auditors of its tenant");
        assertThat(verified(dev, "").getString("verdict")).isEqualTo("intact");
    }

    @Test
    void oneVerificationRunsAtATimeAndTheOthersAreToldToComeBack() throws Exception {
        decide();
        List<Callable<Answer>> questions = new ArrayList<>();
        for (int question = 0; question < AT_ONCE; question++) {
            questions.add(() -> dev.get("/v1/ledger/verify"));
        }
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<Answer> future : threads.invokeAll(questions)) {
                Answer answer = future.get();
                assertThat(answer.status()).isIn(200, 429);
                if (answer.status() == 429) {
                    assertThat(answer.header("retry-after")).isNotEmpty();
                }
            }
        }
        assertThat(verified(dev, "").getString("verdict")).isEqualTo("intact");
    }

    private static JsonObject verified(Api caller, String query) {
        Patience.await(
                PATIENCE,
                "verification stayed busy",
                () -> caller.get("/v1/ledger/verify").status() == 200);
        return caller.get("/v1/ledger/verify" + query).json();
    }

    private static List<String> steps(JsonObject report) {
        return report.getJsonArray("steps").getValuesAs(JsonObject.class).stream()
                .map(step -> step.getString("step"))
                .toList();
    }

    private String looksAt(UUID decision) {
        return records.texts(
                        "select count(*)::text from writ.decision where event = 'read_archive'"
                                + " and convert_from(canonical, 'UTF8')::json #>> '{detail,records_shown,0}' = ?",
                        decision.toString())
                .getFirst();
    }

    /** Opens a session, which is a decision, and names it. */
    private UUID decide() {
        OpenSession session = OpenSession.open(dev);
        return UUID.fromString(
                records.texts("select decision_id::text from writ.decision where session_id = ?", session.id())
                        .getFirst());
    }
}
