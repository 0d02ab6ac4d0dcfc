package io.writ.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Backtests over HTTP: who may, over what, one at a time; and what a fool and an attacker send. */
class BacktestIT {

    private static final String PATH = "/v1/policies/backtests";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String EVERYBODY_OUT = "{\"candidate\":{\"data\":{\"writ\":{}}},\"last\":50}";

    private final Api auditor = Api.of(TestServer.shared(), "auditor");
    private final Api dev = Api.of(TestServer.shared(), "dev");
    private final Records records = new Records(TestServer.shared().database());

    @Test
    void aCandidateIsTriedOnWhatWasRecordedAndItsReportHasThreeForms() throws Exception {
        OpenSession.open(dev).call("fetch_span", "{\"object_id\":\"public/public_1.txt\"}");
        Answer begun = auditor.post(PATH, EVERYBODY_OUT);
        assertThat(begun.status()).as(begun.text()).isEqualTo(202);
        String address = begun.header("location").replaceFirst("https?://[^/]+", "");

        JsonObject report = ended(address).getJsonObject("report");

        assertThat(report.getString("tenant")).isEqualTo("local");
        assertThat(report.getJsonObject("totals").getInt("allow_to_deny")).isPositive();
        assertThat(report.getJsonArray("groups").toString()).contains("\"collection public\"");
        assertThat(auditor.get(address + "?format=markdown").text()).startsWith("# Backtest");
        assertThat(auditor.get(address + "?format=junit").text())
                .startsWith("<?xml")
                .contains("allow_to_deny");
        assertThat(auditor.get(address + "?format=pdf").status()).isEqualTo(400);
        assertThat(report.toString()).as("inputs stay where they are").doesNotContain("public_1.txt");
        assertThat(records.texts(
                        "select convert_from(canonical, 'UTF8') from writ.decision where event = ?", "backtest_policy"))
                .anySatisfy(record -> assertThat(record).contains("\"outcome\":\"started\"", "candidate_sha256"))
                .anySatisfy(record -> assertThat(record).contains("\"outcome\":\"finished\"", "report_sha256"));
    }

    @Test
    void onlyWhoReadsTheWholeArchiveMayOrderOrLook() throws Exception {
        String address = PATH + "/" + auditor.post(PATH, EVERYBODY_OUT).json().getString("backtest_id");
        ended(address);

        for (String nobody : new String[] {"dev", "support", "guest", "neighbour"}) {
            Api api = Api.of(TestServer.shared(), nobody);
            assertThat(api.post(PATH, EVERYBODY_OUT).status()).as(nobody).isEqualTo(403);
            assertThat(api.get(address).status()).as(nobody).isEqualTo(403);
        }
    }

    @Test
    void aStrangerIsAnsweredBeforeTheBodyIsRead() {
        Api stranger = auditor.without("x-pecr-local-auth-secret");

        assertThat(stranger.post(PATH, "not json").code()).isEqualTo("ERR_AUTH_REQUIRED");
        assertThat(stranger.get(PATH + "/" + new UUID(1, 2)).status()).isEqualTo(401);
        assertThat(auditor.without("x-pecr-principal-id")
                        .post(PATH, EVERYBODY_OUT)
                        .status())
                .isEqualTo(401);
    }

    static Stream<Arguments> brokenBodies() {
        return Stream.of(
                arguments("not json", ""),
                arguments("[]", ""),
                arguments("{}", "/candidate"),
                arguments("{\"candidate\":{}}", "/candidate/data"),
                arguments("{\"candidate\":{\"data\":[]}}", "/candidate/data"),
                arguments("{\"candidate\":{\"data\":{},\"rego\":\"x\"}}", "/candidate/rego"),
                arguments("{\"candidate\":{\"data\":{}},\"last\":0}", "/last"),
                arguments("{\"candidate\":{\"data\":{}},\"last\":100001}", "/last"),
                arguments("{\"candidate\":{\"data\":{}},\"last\":\"all\"}", "/last"),
                arguments("{\"candidate\":{\"data\":{}},\"tenant\":\"other\"}", "/tenant"),
                arguments("{\"candidate\":{\"data\":{}},\"fail_on\":\"none\"}", "/fail_on"),
                arguments("{\"candidate\":{\"data\":{},\"data\":{}}}", ""));
    }

    @ParameterizedTest
    @MethodSource("brokenBodies")
    void aBrokenOrderIsAClientErrorThatNamesTheMember(String body, String named) {
        Answer answer = auditor.post(PATH, body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("ERR_INVALID_PARAMS");
        assertThat(answer.json().getString("message")).contains(named);
        assertThat(answer.text()).doesNotContain("Exception", "io.writ.");
    }

    @Test
    void whatIsNoPolicyIsRefusedWithASentence() {
        Answer noPlan = auditor.post(PATH, "{\"candidate\":{\"plan\":{\"policy\":1}}}");
        Answer noKind = auditor.post(PATH, "{\"candidate\":{\"data\":{}},\"fail_on\":[\"everything\"]}");
        Answer noArchive = auditor.with("content-type", "application/gzip").post(PATH, "no archive");
        Answer empty = auditor.with("content-type", "application/gzip").post(PATH, "");

        assertThat(Stream.of(noPlan, noKind, noArchive, empty))
                .allSatisfy(
                        answer -> assertThat(answer.status()).as(answer.text()).isEqualTo(400));
        assertThat(noPlan.json().getString("message")).contains("the candidate is refused");
    }

    @Test
    void anOversizedCandidateIsRefused() {
        String large = "{\"candidate\":{\"data\":{\"a\":\"" + "a".repeat(3 * 1024 * 1024) + "\"}}}";

        assertThat(auditor.post(PATH, large).status()).isEqualTo(413);
        assertThat(auditor.with("content-type", "application/gzip")
                        .post(PATH, large)
                        .status())
                .isEqualTo(413);
        assertThat(auditor.with("content-type", "text/plain")
                        .post(PATH, EVERYBODY_OUT)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aSecondBacktestWaitsForTheFirst() throws Exception {
        String address = PATH + "/" + auditor.post(PATH, EVERYBODY_OUT).json().getString("backtest_id");
        ended(address);
        records.asOwner("update writ.policy_backtest_slot set beat_at = now() where tenant_id = 'local'");
        try {
            Answer second = auditor.post(PATH, EVERYBODY_OUT);

            assertThat(second.status()).isEqualTo(409);
            assertThat(second.header("retry-after")).isNotEmpty();
            assertThat(second.json().getBoolean("retryable")).isTrue();
        } finally {
            records.asOwner("update writ.policy_backtest_slot set beat_at = '-infinity' where tenant_id = 'local'");
        }
        Answer again = auditor.post(PATH, EVERYBODY_OUT);
        assertThat(again.status())
                .as("the same order once more is another backtest")
                .isEqualTo(202);
        assertThat(PATH + "/" + again.json().getString("backtest_id")).isNotEqualTo(address);
        ended(PATH + "/" + again.json().getString("backtest_id"));
    }

    @Test
    void whatIsNoBacktestIsNotFound() {
        assertThat(auditor.get(PATH + "/" + new UUID(1, 2)).status()).isEqualTo(404);
        assertThat(auditor.get(PATH + "/1").status()).isEqualTo(404);
        assertThat(auditor.get(PATH).status()).isEqualTo(405);
    }

    private JsonObject ended(String address) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            JsonObject backtest = auditor.get(address).json();
            if (!backtest.getString("state").equals("running")) {
                assertThat(backtest.getString("state")).as(backtest.toString()).isEqualTo("done");
                return backtest;
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("the backtest does not end");
    }
}
