package io.writ.app.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.writ.app.metrics.Meters;
import io.writ.app.rest.problem.ProblemException;
import io.writ.app.rest.problem.ProblemType;
import io.writ.evidence.StrictJson;
import io.writ.governance.OperatorCall;
import io.writ.governance.SessionRequest;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ResourcesTest {

    private static final String BUDGET =
            "{\"max_operator_calls\":1,\"max_bytes\":2,\"max_wallclock_ms\":3,\"max_recursion_depth\":4}";
    private static final FakeHeaders WITH_TOKEN = FakeHeaders.JSON.with("x-pecr-session-token", "token");

    private final FakeGateway gateway = new FakeGateway();
    private final SessionsResource sessions = new SessionsResource(gateway);
    private final OperatorsResource operators = new OperatorsResource(gateway, new Meters());
    private final FinalizeResource finalization = new FinalizeResource(gateway, new Meters());

    @Test
    void aSessionIsAnsweredWithItsTokenAndANullParallelism() {
        Response answer = sessions.open(FakeSecurity.KNOWN, FakeHeaders.JSON, body("{\"budget\":" + BUDGET + "}"));

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeaderString("x-pecr-session-token")).isEqualTo("token");
        JsonObject json = json(answer);
        assertThat(json.keySet()).containsExactly("session_id", "trace_id", "policy_snapshot_id", "budget");
        assertThat(json.getJsonObject("budget").get("max_parallelism")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void aBlankAsOfTimeMeansNowAndARealOneIsTaken() {
        sessions.open(FakeSecurity.KNOWN, FakeHeaders.JSON, body("{\"budget\":" + BUDGET + ",\"as_of_time\":\" \"}"));
        sessions.open(
                FakeSecurity.KNOWN,
                FakeHeaders.JSON,
                body("{\"budget\":" + BUDGET + ",\"as_of_time\":\"2026-02-28T23:59:59Z\"}"));

        assertThat(gateway.seen)
                .extracting(request ->
                        ((SessionRequest) request).asOf().map(Instant::toString).orElse("now"))
                .containsExactly("now", "2026-02-28T23:59:59Z");
    }

    @Test
    void aMomentThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> sessions.open(
                        FakeSecurity.KNOWN,
                        FakeHeaders.JSON,
                        body("{\"budget\":" + BUDGET + ",\"as_of_time\":\"2026-02-30T00:00:00Z\"}")))
                .hasMessageStartingWith("/as_of_time must be a real moment");
        assertThat(gateway.seen).isEmpty();
    }

    @Test
    void anOperatorsAnswerCarriesThePolicyDecisionWithItsNulls() {
        Response answer = operators.call(
                FakeSecurity.KNOWN, WITH_TOKEN, "search", body("{\"session_id\":\"s\",\"params\":{\"query\":\"x\"}}"));

        JsonObject json = json(answer);
        assertThat(json.getString("terminal_mode")).isEqualTo("SUPPORTED");
        assertThat(json.getJsonObject("policy_decision").keySet())
                .containsExactly("allow", "cacheable", "reason", "redaction");
        assertThat(json.getJsonObject("policy_decision").get("redaction")).isEqualTo(JsonValue.NULL);
        assertThat(json.getString("decision_id")).isEqualTo("decision-1");
    }

    @Test
    void anOperatorsNameIsTheGatewaysToJudge() {
        operators.call(FakeSecurity.KNOWN, WITH_TOKEN, "drop table", body("{\"session_id\":\"s\",\"params\":{}}"));

        assertThat(gateway.seen).contains(new OperatorCall("drop table", JsonObject.EMPTY_JSON_OBJECT));
    }

    @Test
    void theTokenIsAskedForBeforeTheBodyIsRead() {
        assertThat(problem(() -> operators.call(FakeSecurity.KNOWN, FakeHeaders.JSON, "search", body("garbage"))))
                .isEqualTo(ProblemType.TOKEN_MISSING);
        assertThat(problem(() -> operators.call(
                        FakeSecurity.KNOWN,
                        FakeHeaders.JSON.with("x-pecr-session-token", "x".repeat(200)),
                        "search",
                        body("garbage"))))
                .isEqualTo(ProblemType.TOKEN_INVALID);
    }

    @Test
    void aRefusalLeavesAsItsProblem() {
        assertThat(problem(() -> operators.call(
                        FakeSecurity.KNOWN, WITH_TOKEN, "broken", body("{\"session_id\":\"s\",\"params\":{}}"))))
                .isEqualTo(ProblemType.BUDGET_EXCEEDED);
    }

    @Test
    void aFinalizationAnswersWithTheTraceOfItsSession() {
        String claimMap = "{\"claim_map_id\":\"m\",\"terminal_mode\":\"SUPPORTED\",\"claims\":[],"
                + "\"coverage_threshold\":1,\"coverage_observed\":1,\"unknown\":true}";

        JsonObject json = json(finalization.finish(
                FakeSecurity.KNOWN,
                WITH_TOKEN,
                body("{\"session_id\":\"s\",\"response_text\":\"\",\"claim_map\":" + claimMap + "}")));

        assertThat(json.keySet()).containsExactly("terminal_mode", "trace_id", "claim_map", "response_text");
        assertThat(json.getString("trace_id")).isEqualTo("trace-of-the-session");
        assertThat(json.getJsonObject("claim_map").getString("terminal_mode")).isEqualTo("INSUFFICIENT_EVIDENCE");
    }

    @Test
    void nobodyIsServedByAResourceThatWasReachedPastTheDoor() {
        assertThatThrownBy(() -> sessions.open(FakeSecurity.NOBODY, FakeHeaders.JSON, body("{}")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(gateway.seen).isEmpty();
    }

    private static ProblemType problem(ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).problem().type();
    }

    private static JsonObject json(Response answer) {
        return StrictJson.parseObject((String) answer.getEntity());
    }

    private static InputStream body(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }
}
