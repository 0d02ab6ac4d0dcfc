package io.writ.governance.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Classification;
import io.writ.evidence.Label;
import io.writ.evidence.OriginTrust;
import io.writ.governance.Actor;
import io.writ.governance.Principal;
import io.writ.governance.PrincipalId;
import io.writ.governance.TenantId;
import io.writ.governance.policy.check.SchemaFit;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class InputDocumentTest {

    private static final JsonObject SCHEMA = Workspace.json("opa/schemas/input.json");
    private static final Label LABEL = new Label(Classification.INTERNAL, OriginTrust.EXTERNAL);
    private static final Principal WHOLE = new Principal(
            new TenantId("local"),
            new PrincipalId("lead"),
            List.of("team_lead", "support"),
            Map.of("department", "roastery"),
            List.of(
                    new Actor(Actor.Kind.HUMAN, "lead", "Rui Matos"),
                    new Actor(Actor.Kind.AGENT, "helper", "An Agent")));

    @Test
    void theWholeSubjectAndResourceAreTold() {
        PolicyRequest request = new PolicyRequest(
                PolicyAction.OPERATOR_CALL,
                WHOLE,
                Optional.of("fetch_rows"),
                Optional.of(new Resource.View(
                        "safe_payroll", LABEL, List.of("name"), List.of("department"), List.of("city"))),
                List.of(),
                new Label(Classification.CONFIDENTIAL, OriginTrust.INTERNAL),
                Optional.of("payday"),
                Instant.parse("2026-11-01T00:00:00Z"),
                Asking.NOW,
                Asking.json("{'x': 1}"));
        assertThat(InputDocument.of(request)).isEqualTo(Asking.json("""
                        {'action': 'operator_call', 'operator': 'fetch_rows', 'purpose': 'payday', 'items': [],
                         'as_of': '2026-11-01T00:00:00Z', 'now': '2026-11-20T10:00:00Z', 'params': {'x': 1},
                         'run': {'classification': 'confidential', 'origin': 'internal'},
                         'resource': {'kind': 'view', 'id': 'safe_payroll', 'classification': 'internal',
                           'origin': 'external', 'fields': ['name'], 'filter_fields': ['department'],
                           'group_by': ['city']},
                         'subject': {'tenant': 'local', 'id': 'lead', 'roles': ['support', 'team_lead'],
                           'attributes': {'department': 'roastery'}, 'actor_chain': [
                             {'kind': 'human', 'id': 'lead'}, {'kind': 'agent', 'id': 'helper'}]}}"""));
    }

    @Test
    void everyKindOfQuestionKeepsToTheSchema() {
        Resource.Document document = Asking.document("public", "public/a.txt", Classification.PUBLIC, "hr");
        List<PolicyRequest> questions = List.of(
                Asking.opening(WHOLE),
                Asking.call(WHOLE, "search", new Resource.Corpus("public/", LABEL)),
                Asking.call(WHOLE, "fetch_span", document),
                Asking.call(WHOLE, "aggregate", Asking.view("safe_coffees", Classification.PUBLIC, "price")),
                Asking.call(WHOLE, "unheard_of", new Resource.Named("machine", "m", LABEL)),
                Asking.release(WHOLE, List.of(document)),
                Asking.ask(PolicyAction.NARROW_QUERY, WHOLE, "{'intent': [null, true, 1.5, {}]}"));
        assertThat(questions)
                .allSatisfy(question -> assertThat(SchemaFit.problems(SCHEMA, InputDocument.of(question)))
                        .isEmpty());
    }

    @Test
    void theSchemaAcceptsNothingElse() {
        JsonObject good = InputDocument.of(Asking.opening(WHOLE));
        String text = good.toString();
        for (String broken : List.of(
                text.replace("\"params\":{}", "\"params\":[]"),
                text.replace("\"params\":{}", "\"params\":{},\"admin\":true"),
                text.replace("\"roles\":[\"support\",\"team_lead\"]", "\"roles\":\"support\""),
                text.replace("\"kind\":\"agent\"", "\"kind\":\"ghost\""),
                text.replace("\"tenant\":\"local\"", "\"tenant\":null"),
                text.replace("\"items\":[],", ""))) {
            assertThat(broken).isNotEqualTo(text);
            assertThat(SchemaFit.problems(SCHEMA, Asking.json(broken))).hasSize(1);
        }
    }

    @Test
    void theSchemaPromisesNothingThatIsNeverWritten() {
        PolicyRequest whole = new PolicyRequest(
                PolicyAction.OPERATOR_CALL,
                WHOLE,
                Optional.of("search"),
                Optional.of(new Resource.View("v", LABEL, List.of("a"), List.of("b"), List.of("c"))),
                List.of(Asking.document("public", "public/a.txt", Classification.PUBLIC, "hr")),
                LABEL,
                Optional.of("audit"),
                Asking.NOW,
                Asking.NOW,
                Asking.json("{'intent': 'default'}"));
        Set<String> written = new TreeSet<>();
        paths(InputDocument.of(whole), "", written);
        Set<String> promised = new TreeSet<>();
        SchemaPaths.of(SCHEMA).forEach(promised::add);
        promised.removeAll(written);
        assertThat(promised).isEmpty();
    }

    @Test
    void theSchemaListsTheValuesOfTheServer() {
        assertThat(listed("/properties/action/enum"))
                .isEqualTo(Arrays.stream(PolicyAction.values())
                        .map(PolicyAction::wireName)
                        .toList());
        assertThat(listed("/definitions/resource/properties/classification/enum"))
                .isEqualTo(listed("/properties/run/properties/classification/enum"))
                .isEqualTo(Arrays.stream(Classification.values())
                        .map(Classification::wireName)
                        .toList());
        assertThat(listed("/definitions/resource/properties/origin/enum"))
                .isEqualTo(listed("/properties/run/properties/origin/enum"))
                .isEqualTo(Arrays.stream(OriginTrust.values())
                        .map(OriginTrust::wireName)
                        .toList());
        assertThat(listed("/definitions/resource/properties/kind/enum"))
                .containsExactly("corpus", "document", "view", "named");
    }

    private static List<String> listed(String pointer) {
        return SCHEMA.getValue(pointer).asJsonArray().getValuesAs(JsonString::getString);
    }

    /** Resources and items have one definition, so their members count together. */
    private static void paths(JsonValue value, String at, Set<String> paths) {
        String place = at.replaceAll("^/items(?=/|$)", "/resource");
        switch (value) {
            case JsonObject object ->
                object.forEach((name, each) -> {
                    paths.add(place + "/" + name);
                    paths(each, place + "/" + name, paths);
                });
            case JsonArray array -> array.forEach(each -> paths(each, at, paths));
            default -> {}
        }
    }

    @Test
    void aDisplayNameDecidesNothing() {
        assertThat(InputDocument.of(Asking.opening(WHOLE)).toString()).doesNotContain("Rui", "An Agent");
    }
}
