package io.writ.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.cli.server.LocalInstance;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** How a decision came about, on every surface that shows it, and on none that would show what exists. */
class ExplanationIT {

    private final LocalInstance instance = TestServer.shared();
    private final Api dev = Api.of(instance, "dev");
    private final Api support = Api.of(instance, "support");

    @Test
    void aSimulationAnswersPecrsShapeAndExplainsItself() {
        JsonObject allowed = dev.post("/v1/policies/simulate", call("fetch_rows", "'view_id':'safe_coffees'"))
                .json();

        assertThat(allowed.keySet())
                .containsExactly("allow", "cacheable", "reason", "rules", "policy_revision", "explanation");
        assertThat(allowed.getBoolean("allow")).isTrue();
        assertThat(allowed.getBoolean("cacheable")).isTrue();
        JsonObject explanation = allowed.getJsonObject("explanation");
        assertThat(explanation.keySet()).containsExactly("rules", "truncated");
        assertThat(explanation.getJsonArray("rules").getJsonObject(0).keySet())
                .containsExactly("rule", "location", "matched", "contributed", "reads");
        assertThat(explanation.toString()).contains("\"writ.authz.view_decision\"", "views.rego:");
    }

    @Test
    void aSimulationOfNarrowingHasPecrsMembers() {
        JsonObject narrowed = support.post(
                        "/v1/policies/simulate",
                        "{\"action\":\"narrow_query\",\"params\":{\"intent\":\"structured_lookup\"}}")
                .json();

        assertThat(narrowed.keySet()).contains("allow", "cacheable", "reason", "narrowing");
        assertThat(narrowed.getJsonObject("narrowing").keySet()).contains("view_ids", "field_labels");
    }

    @Test
    void theCatalogueOfCapabilitiesHasPecrsShape() {
        JsonObject catalogue = dev.get("/v1/policies/capabilities").json();

        assertThat(catalogue.keySet()).containsExactlyInAnyOrder("capabilities", "suggested_queries");
        assertThat(catalogue.getJsonArray("capabilities").getJsonObject(0).keySet())
                .contains("capability_id", "intent", "title", "description");
    }

    @Test
    void aSimulatedDenialNamesTheLeastChange() {
        assertThat(patiently(() -> dev.post("/v1/policies/simulate", call("fetch_rows", "'view_id':'safe_payroll'"))))
                .contains("{\"pointer\":\"/subject/roles/-\",\"to\":\"hr\"}");
    }

    @Test
    void aDenialIsExplainedInItsProblemInItsRecordAndOnItsRunPage() {
        OpenSession session = OpenSession.open(dev);
        Answer denied = session.call("fetch_rows", "{\"view_id\":\"safe_payroll\",\"fields\":[\"name\"]}");

        assertThat(denied.status()).isEqualTo(403);
        assertThat(denied.json().getJsonObject("explanation").getJsonArray("rules"))
                .isNotEmpty();
        assertThat(denied.json().getJsonObject("least_change").toString()).contains("\"to\":\"hr\"");
        List<String> records = new Records(instance.database()).of(session.id());
        assertThat(records.getLast())
                .contains(
                        "\"packages\":[\"writ.authz.\"]",
                        "[\"view_decision\",0,",
                        "\"least_change\":{",
                        "\"version\":2");
        String page = console("dev", session.id());
        assertThat(page)
                .contains("<details class=\"grounds\">", "writ.authz.view_decision", "It would have been allowed with")
                .doesNotContain("<script");
    }

    @Test
    void aForbiddenDocumentExplainsItselfAsOneThatDoesNotExist() {
        OpenSession session = OpenSession.open(support);

        assertThat(told(session, "restricted/restricted_1.txt"))
                .isEqualTo(told(session, "restricted/no_such_file.txt"));
        assertThat(told(session, "projects/heron.txt")).isEqualTo(told(session, "no_such_place/heron.txt"));
        assertThat(simulated(support, "projects/heron.txt")).isEqualTo(simulated(support, "no_such_place/heron.txt"));
    }

    @Test
    void theOwnerOfARunSeesOfASecretDocumentWhatItSeesOfOneThatDoesNotExist() {
        OpenSession secret = OpenSession.open(support);
        OpenSession missing = OpenSession.open(support);
        told(secret, "projects/heron.txt");
        told(missing, "no_such_place/heron.txt");

        assertThat(shown(secret)).isEqualTo(shown(missing));
    }

    @Test
    void whatASearchFoundIsExplainedToTheAuditorAlone() {
        OpenSession session = OpenSession.open(support);
        session.call("search", "{\"query\":\"WRIT_CANARY\",\"limit\":50}");

        assertThat(console("support", session.id()))
                .contains("not told to the caller")
                .doesNotContain("item_verdict");
        assertThat(console("auditor", session.id())).contains("writ.authz.item_verdict");
    }

    /** Until the search for the least change was not cut short: a server that has just started is slow. */
    private static String patiently(Supplier<Answer> asking) {
        String text = asking.get().text();
        for (int tries = 0; tries < 30 && !text.contains("\"complete\":true"); tries++) {
            text = asking.get().text();
        }
        return text;
    }

    private static String call(String operator, String params) {
        return ("{'action':'operator_call','params':{'op_name':'" + operator + "'," + params + "}}").replace('\'', '"');
    }

    private static List<JsonValue> told(OpenSession session, String document) {
        JsonObject problem = session.call("fetch_span", "{\"object_id\":\"" + document + "\"}")
                .json();
        return List.of(problem.get("explanation"), alternatives(problem), problem.get("reasonCode"));
    }

    private static List<JsonValue> simulated(Api caller, String document) {
        JsonObject decision = caller.post("/v1/policies/simulate", call("fetch_span", "'object_id':'" + document + "'"))
                .json();
        return List.of(
                decision.get("reason"), decision.get("rules"), decision.get("explanation"), alternatives(decision));
    }

    /** What would do instead; null where nothing is told of it. Whether the search was cut short is a matter of time. */
    private static JsonValue alternatives(JsonObject told) {
        return told.containsKey("least_change")
                ? told.getJsonObject("least_change").get("alternatives")
                : JsonValue.NULL;
    }

    private JsonValue shown(OpenSession session) {
        var decisions = console("support", session.id() + "?format=json");
        return new Answer(200, null, decisions)
                .json()
                .getJsonArray("decisions_recorded")
                .getJsonObject(1)
                .getJsonObject("explanation");
    }

    private String console(String principal, String run) {
        String credentials = Base64.getEncoder()
                .encodeToString((principal + ":" + instance.secret()).getBytes(StandardCharsets.UTF_8));
        return Api.anonymous(instance)
                .with("authorization", "Basic " + credentials)
                .get("/console/runs/" + run)
                .text();
    }
}
