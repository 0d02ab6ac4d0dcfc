package io.writ.app.authzen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.writ.app.identity.PrincipalDirectory;
import io.writ.app.json.JsonMembers;
import io.writ.app.json.JsonShapeException;
import io.writ.app.rest.problem.ProblemException;
import io.writ.evidence.StrictJson;
import io.writ.governance.Actor;
import io.writ.governance.Caller;
import io.writ.governance.Principal;
import io.writ.governance.PrincipalId;
import io.writ.governance.RefusalReason;
import io.writ.governance.TenantId;
import io.writ.governance.TraceParent;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationsTest {

    private static final Principal DEV = principal("local", "dev", "developer");
    private static final Caller CALLER =
            new Caller(DEV, "r", "t", new TraceParent("1".repeat(32), "2".repeat(16), false));

    private final AskedDesk desk = new AskedDesk();
    private final Evaluator evaluator = new Evaluator(
            desk,
            new Subjects(new PrincipalDirectory(Map.of(
                    new PrincipalId("ann"), principal("local", "ann", "analyst"),
                    new PrincipalId("neighbour"), principal("other", "neighbour", "neighbour")))));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    fetch_rows     | view     | operator_call  | {"op_name":"fetch_rows","view_id":"x"}
                    aggregate      | view     | operator_call  | {"op_name":"aggregate","view_id":"x"}
                    search         | corpus   | operator_call  | {"op_name":"search","object_prefix":"x"}
                    fetch_span     | document | operator_call  | {"op_name":"fetch_span","object_id":"x"}
                    list_versions  | document | operator_call  | {"op_name":"list_versions","object_id":"x"}
                    create_session | session  | create_session | {}
                    finalize       | session  | finalize       | {}
                    """)
    void anActionOnItsKindOfResourceIsAskedInOurWords(String action, String type, String asked, String params) {
        assertThat(verdict(question("dev", action, type)).getBoolean("decision"))
                .isTrue();
        assertThat(desk.asked).singleElement().satisfies(simulation -> {
            assertThat(simulation.action()).isEqualTo(asked);
            assertThat(simulation.params()).isEqualTo(StrictJson.parseObject(params));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "fetch_rows, document",
        "search, view",
        "create_session, view",
        "read_archive, session",
        "narrow_query, session",
        "operator_call, view",
        "can_read_todos, todo"
    })
    void whatHasNoWordsHereIsRefusedWhateverPolicySays(String action, String type) {
        JsonObject verdict = verdict(question("dev", action, type));

        assertThat(verdict.getBoolean("decision")).isFalse();
        assertThat(verdict.getJsonObject("context").getString("reason")).isEqualTo("action_unknown");
        assertThat(desk.asked)
                .as("recorded under a name that is no action")
                .singleElement()
                .satisfies(simulation -> assertThat(simulation.action()).startsWith("authzen:"));
    }

    @Test
    void rolesAndAttributesAreTheDirectorysAndNeverTheQuestions() {
        verdict(StrictJson.parseObject("""
                {"subject":{"type":"user","id":"ann","properties":{"roles":["hr"],"tenant":"other"}},
                 "action":{"name":"fetch_rows"},"resource":{"type":"view","id":"safe_payroll"}}"""));

        assertThat(desk.subjects).singleElement().satisfies(subject -> {
            assertThat(subject.roles()).containsExactly("analyst");
            assertThat(subject.tenant()).hasToString("local");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "neighbour"})
    void whoIsNotKnownInTheCallersTenantIsAStranger(String id) {
        verdict(question(id, "fetch_rows", "view"));

        assertThat(desk.subjects.getFirst().roles()).isEmpty();
        assertThat(desk.subjects.getFirst().tenant()).isEqualTo(DEV.tenant());
    }

    @Test
    void aSubjectOfAnotherKindIsNotTheOneThatIsMeant() {
        JsonObject asked = StrictJson.parseObject("""
                {"subject":{"type":"agent","id":"dev"},"action":{"name":"finalize"},
                 "resource":{"type":"session","id":"1"}}""");

        assertThat(verdict(asked).getJsonObject("context").getString("reason")).isEqualTo("subject_type_differs");
    }

    @Test
    void purposeAndFieldsOfAViewAreHandedOnAndNothingElse() {
        verdict(StrictJson.parseObject("""
                {"subject":{"type":"user","id":"dev"},"action":{"name":"fetch_rows"},
                 "resource":{"type":"view","id":"v","properties":{"fields":["a"],"op_name":"search","owner":"x"}},
                 "context":{"purpose":"billing","ip":"10.0.0.1"}}"""));

        assertThat(desk.asked.getFirst().params())
                .isEqualTo(StrictJson.parseObject(
                        "{\"purpose\":\"billing\",\"op_name\":\"fetch_rows\",\"view_id\":\"v\",\"fields\":[\"a\"]}"));
    }

    @Test
    void aDecisionCarriesItsReasonAndItsExplanation() {
        JsonObject context = verdict(question("dev", "fetch_rows", "view")).getJsonObject("context");

        assertThat(context.getString("reason")).isEqualTo("granted");
        assertThat(context.getJsonObject("explanation")).containsKey("opaque");
        assertThat(context).doesNotContainKey("least_change");
    }

    @Test
    void aListIsAnsweredInOrderWithItsCommonMembers() {
        JsonObject answer = batch("execute_all", "fetch_rows", "deny_rows", "fetch_rows");

        assertThat(decisions(answer)).containsExactly(true, false, true);
    }

    @Test
    void aSemanticEndsTheListWhereItIsSettled() {
        assertThat(decisions(batch("deny_on_first_deny", "fetch_rows", "deny_rows", "fetch_rows")))
                .containsExactly(true, false);
        assertThat(decisions(batch("permit_on_first_permit", "deny_rows", "fetch_rows", "fetch_rows")))
                .containsExactly(false, true);
    }

    @Test
    void aMalformedQuestionAmongOthersHurtsNoneOfThem() {
        JsonObject answer = answer(StrictJson.parseObject("""
                {"subject":{"type":"user","id":"dev"},"action":{"name":"fetch_rows"},
                 "evaluations":[{},{"resource":{"type":"view","id":"v"}},{"resource":{"type":"view","id":7}}]}"""));

        assertThat(decisions(answer)).containsExactly(false, true, false);
        JsonObject error = answer.getJsonArray("evaluations")
                .getJsonObject(0)
                .getJsonObject("context")
                .getJsonObject("error");
        assertThat(error.getInt("status")).isEqualTo(400);
        assertThat(error.getString("message")).isEqualTo("/resource is required");
    }

    @Test
    void whatMayNotBeAskedIsAnErrorOfItsQuestion() {
        desk.refusal = Optional.of(RefusalReason.POLICY_DENIED);

        JsonObject context = batch("execute_all", "fetch_rows")
                .getJsonArray("evaluations")
                .getJsonObject(0)
                .getJsonObject("context");

        assertThat(context.getJsonObject("error").getInt("status")).isEqualTo(403);
    }

    @Test
    void aRateThatIsUsedUpEndsTheWholeList() {
        desk.refusal = Optional.of(RefusalReason.RATE_LIMITED);

        assertThatThrownBy(() -> batch("execute_all", "fetch_rows", "fetch_rows"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().type().status()).isEqualTo(429));
        assertThat(desk.asked).hasSize(1);
    }

    @Test
    void aCallThatCouldNotBeMadeIsNotPermitted() {
        desk.refusal = Optional.of(RefusalReason.PARAMS_INVALID);

        assertThat(verdict(question("dev", "fetch_rows", "view")).toString())
                .isEqualTo("{\"decision\":false,\"context\":{\"reason\":\"params_invalid\"}}");
    }

    @Test
    void tooManyQuestionsAndAnUnknownSemanticAreRefusedWhole() {
        String many = "{},".repeat(Batch.QUESTIONS_MAX) + "{}";
        assertThatThrownBy(() -> answer(StrictJson.parseObject("{\"evaluations\":[" + many + "]}")))
                .isInstanceOf(JsonShapeException.class)
                .hasMessage("/evaluations must hold at most 50 questions");
        assertThatThrownBy(() -> answer(StrictJson.parseObject(
                        "{\"evaluations\":[{}],\"options\":{\"evaluations_semantic\":\"guess\"}}")))
                .hasMessageStartingWith("/options/evaluations_semantic must be");
        assertThat(desk.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"subject\":\"dev\"}",
                "{\"subject\":{\"type\":\"user\",\"id\":\" \"},\"action\":{\"name\":\"a\"},\"resource\":{\"type\":\"t\",\"id\":\"1\"}}",
                "{\"subject\":{\"type\":\"user\",\"id\":\"a\"},\"action\":{\"name\":7},\"resource\":{\"type\":\"t\",\"id\":\"1\"}}",
                "{\"subject\":{\"type\":\"user\",\"id\":\"a\",\"properties\":[]},\"action\":{\"name\":\"x\"},"
                        + "\"resource\":{\"type\":\"t\",\"id\":\"1\"}}",
                "{\"subject\":{\"type\":\"user\",\"id\":\"a\"},\"action\":{\"name\":\"x\"},\"resource\":{\"type\":\"t\"}}"
            })
    void aQuestionThatIsNoneIsRefused(String body) {
        assertThatThrownBy(() -> Question.of(JsonMembers.of(StrictJson.parseObject(body))))
                .isInstanceOf(JsonShapeException.class);
    }

    @Test
    void aSubjectWithAnEndlessNameIsRefused() {
        assertThatThrownBy(() -> Question.of(JsonMembers.of(question("x".repeat(300), "finalize", "session"))))
                .hasMessage("/subject/id must have at most 256 characters");
    }

    private JsonObject verdict(JsonObject question) {
        return evaluator.evaluate(CALLER, Question.of(JsonMembers.of(question))).json();
    }

    private JsonObject batch(String semantic, String... actions) {
        String questions = String.join(
                ",", List.of(actions).stream().map(EvaluationsTest::item).toList());
        return answer(StrictJson.parseObject("{\"subject\":{\"type\":\"user\",\"id\":\"dev\"},"
                + "\"action\":{\"name\":\"overridden\"},\"evaluations\":[" + questions
                + "],\"options\":{\"evaluations_semantic\":\"" + semantic + "\"}}"));
    }

    private JsonObject answer(JsonObject document) {
        return Batch.of(JsonMembers.of(document), document).answer(evaluator, CALLER);
    }

    private static String item(String action) {
        String view = action.startsWith("deny") ? AskedDesk.DENIED : "v";
        return "{\"action\":{\"name\":\"fetch_rows\"},\"resource\":{\"type\":\"view\",\"id\":\"" + view + "\"}}";
    }

    private static List<Boolean> decisions(JsonObject answer) {
        return answer.getJsonArray("evaluations")
                .getValuesAs(value -> value.asJsonObject().getBoolean("decision"));
    }

    private static JsonObject question(String subject, String action, String type) {
        return StrictJson.parseObject(
                "{\"subject\":{\"type\":\"user\",\"id\":\"" + subject + "\"},\"action\":{\"name\":\"" + action
                        + "\"},\"resource\":{\"type\":\"" + type + "\",\"id\":\"x\"}}");
    }

    private static Principal principal(String tenant, String id, String role) {
        return new Principal(
                new TenantId(tenant),
                new PrincipalId(id),
                List.of(role),
                Map.of(),
                List.of(new Actor(Actor.Kind.HUMAN, id, id)));
    }
}
