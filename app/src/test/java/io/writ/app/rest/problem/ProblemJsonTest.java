package io.writ.app.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.app.exchange.Exchange;
import io.writ.governance.DecisionView;
import io.writ.governance.Explanation;
import io.writ.governance.Grounds;
import io.writ.governance.LeastChange;
import io.writ.governance.Refusal;
import io.writ.governance.RefusalReason;
import io.writ.governance.RuleResult;
import io.writ.governance.TraceParent;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProblemJsonTest {

    private static final Exchange EXCHANGE = new Exchange(
            "request-1",
            "01ARZ3NDEKTSV4RRFFQ69G5FAV",
            new TraceParent("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", true),
            0);

    @Test
    void aDenialCarriesBothFormsAndItsDecision() {
        DecisionView decision = new DecisionView(
                Optional.of("decision-1"),
                false,
                false,
                "not_your_department",
                Optional.empty(),
                Optional.empty(),
                List.of("documents.audience"),
                "1",
                new Grounds(
                        new Explanation.Traced(
                                List.of(new RuleResult(
                                        "writ.authz.document_decision",
                                        "documents.rego:60",
                                        true,
                                        true,
                                        List.of("/resource/id"))),
                                false),
                        Optional.of(new LeastChange(
                                List.of(List.of(new LeastChange.Change(
                                        "/subject/roles/-",
                                        Optional.empty(),
                                        Optional.of(Json.createValue("analyst"))))),
                                true))));

        JsonObject body = json(Refusal.of(RefusalReason.POLICY_DENIED, "You may not.", decision));

        assertThat(body.getString("type")).isEqualTo("/problems/policy-denied");
        assertThat(body.getInt("status")).isEqualTo(403);
        assertThat(body.getString("detail")).isEqualTo("You may not.");
        assertThat(body.getString("instance")).isEqualTo("urn:writ:request:request-1");
        assertThat(body.getString("code")).isEqualTo("ERR_POLICY_DENIED");
        assertThat(body.getString("message")).isEqualTo("You may not.");
        assertThat(body.getString("terminal_mode_hint")).isEqualTo("INSUFFICIENT_PERMISSION");
        assertThat(body.getBoolean("retryable")).isFalse();
        assertThat(body.getString("response_kind")).isEqualTo("blocked");
        assertThat(body).containsKeys("what_failed", "safe_alternative");
        assertThat(body.getString("traceId")).isEqualTo("01ARZ3NDEKTSV4RRFFQ69G5FAV");
        assertThat(body.getString("decisionId")).isEqualTo("decision-1");
        assertThat(body.getString("reasonCode")).isEqualTo("not_your_department");
        assertThat(body.getJsonArray("rules").getString(0)).isEqualTo("documents.audience");
        assertThat(body.getJsonObject("explanation").toString())
                .isEqualTo("{\"rules\":[{\"rule\":\"writ.authz.document_decision\",\"location\":\"documents.rego:60\","
                        + "\"matched\":true,\"contributed\":true,\"reads\":[\"/resource/id\"]}],\"truncated\":false}");
        assertThat(body.getJsonObject("least_change").toString())
                .isEqualTo("{\"alternatives\":[[{\"pointer\":\"/subject/roles/-\",\"to\":\"analyst\"}]],"
                        + "\"complete\":true}");
    }

    @Test
    void aSourceThatIsDownIsTold() {
        assertThat(json(Refusal.of(RefusalReason.SOURCE_DOWN, "It is down.")).getString("response_kind"))
                .isEqualTo("source_down");
    }

    @Test
    void missingEvidenceHasNoGuidance() {
        assertThat(json(Refusal.of(RefusalReason.PARAMS_INVALID, "No.")))
                .doesNotContainKeys("response_kind", "what_failed", "safe_alternative");
    }

    private static JsonObject json(Refusal refusal) {
        return ProblemJson.of(Problem.of(refusal), EXCHANGE);
    }
}
