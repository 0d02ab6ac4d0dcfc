package io.writ.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenID's Authorization API 1.0, as another system would use it. */
class AuthzenIT {

    private static final String EVALUATION = "/access/v1/evaluation";
    private static final String EVALUATIONS = "/access/v1/evaluations";

    private final Api dev = Api.of(TestServer.shared(), "dev");
    private final Api auditor = Api.of(TestServer.shared(), "auditor");
    private final Records records = new Records(TestServer.shared().database());

    @ParameterizedTest
    @CsvSource({
        "fetch_rows, view, safe_coffees, true, operator_call_granted",
        "fetch_rows, view, safe_payroll, false, view_not_granted",
        "fetch_span, document, public/public_1.txt, true, operator_call_granted",
        "fetch_span, document, board/minutes.txt, false, document_not_granted",
        "fetch_span, document, ../etc/passwd, false, params_invalid",
        "search, corpus, handbook/, true, operator_call_granted",
        "create_session, session, any, true, create_session_granted",
        "finalize, session, any, true, finalize_granted",
        "drop_table, view, safe_coffees, false, action_unknown",
        "fetch_rows, spaceship, safe_coffees, false, action_unknown"
    })
    void policyAnswersInTheWordsOfAuthzen(String action, String type, String id, boolean decision, String reason) {
        Answer answer = dev.post(EVALUATION, question("user", "dev", action, type, id));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("content-type")).startsWith("application/json");
        assertThat(answer.json().getBoolean("decision")).isEqualTo(decision);
        assertThat(answer.json().getJsonObject("context").getString("reason")).isEqualTo(reason);
    }

    @Test
    void whatAQuestionSaysAboutItsSubjectIsNotBelieved() {
        Answer answer = dev.post(EVALUATION, """
                {"subject":{"type":"user","id":"dev","properties":{"roles":["hr"]}},"action":{"name":"fetch_rows"},
                 "resource":{"type":"view","id":"safe_payroll"}}""");

        assertThat(answer.json().getBoolean("decision")).isFalse();
    }

    @Test
    void aboutOthersAsksOnlyWhoMaySeeAllRecords() {
        String aboutHr = question("user", "hr", "fetch_rows", "view", "safe_payroll");

        Answer forDev = dev.post(EVALUATION, aboutHr);
        assertThat(forDev.status()).isEqualTo(403);
        assertThat(forDev.code()).isEqualTo("ERR_POLICY_DENIED");
        assertThat(auditor.post(EVALUATION, aboutHr).json().getBoolean("decision"))
                .isTrue();
        assertThat(Api.of(TestServer.shared(), "neighbour")
                        .post(EVALUATION, aboutHr)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aNameOfAnotherTenantLooksLikeOneThatNobodyHas() {
        String text = auditor.post(EVALUATION, question("user", "neighbour", "create_session", "session", "any"))
                .text();

        assertThat(text)
                .contains("role_missing")
                .isEqualTo(auditor.post(EVALUATION, question("user", "nobody", "create_session", "session", "any"))
                        .text());
    }

    @Test
    void aQuestionAboutSomebodyElseIsRecordedWithACommitmentToThem() {
        String trace = "01ARZ3NDEKTSV4RRFFQ69G5FAX";

        auditor.with("x-pecr-trace-id", trace).post(EVALUATION, question("user", "hr", "finalize", "session", "any"));

        List<String> found =
                records.texts("select convert_from(canonical, 'UTF8') from writ.decision where trace_id = ?", trace);
        assertThat(found).hasSize(1);
        assertThat(found.getFirst())
                .contains("\"event\":\"simulate\"", "\"subject_commitment\":\"")
                .doesNotContain("\"hr\"");
    }

    @Test
    void aListIsAnsweredInOrderAndEndsWhereItIsSettled() {
        String list = """
                {"subject":{"type":"user","id":"dev"},"action":{"name":"fetch_rows"},
                 "evaluations":[{"resource":{"type":"view","id":"safe_coffees"}},
                                {"resource":{"type":"view","id":"safe_payroll"}},
                                {"resource":{"type":"view","id":"safe_coffees"}}],
                 "options":{"evaluations_semantic":"%s"}}""";

        assertThat(decisions(dev.post(EVALUATIONS, list.formatted("execute_all"))))
                .containsExactly(true, false, true);
        assertThat(decisions(dev.post(EVALUATIONS, list.formatted("deny_on_first_deny"))))
                .containsExactly(true, false);
        assertThat(decisions(dev.post(EVALUATIONS, list.formatted("permit_on_first_permit"))))
                .containsExactly(true);
    }

    @Test
    void withoutAListItIsOneQuestion() {
        Answer answer = dev.post(EVALUATIONS, question("user", "dev", "fetch_rows", "view", "safe_coffees"));

        assertThat(answer.json().getBoolean("decision")).isTrue();
    }

    /** The questions of the interoperability scenario are understood, and refused by who has no todos. */
    @ParameterizedTest
    @ValueSource(strings = {"can_read_user", "can_read_todos", "can_create_todo", "can_update_todo", "can_delete_todo"})
    void theTodoScenarioIsUnderstood(String action) {
        Answer answer = auditor.post(EVALUATION, """
                {"subject":{"type":"user","id":"CiRmZDA2MTRkMy1jMzlhLTQ3ODEtYjdiZC04Yjk2ZjVhNTEwMGQSBWxvY2Fs"},
                 "action":{"name":"%s"},
                 "resource":{"type":"todo","id":"7240d0db-8ff0-41ec-98b2-34a096273b9f",
                             "properties":{"ownerID":"rick@the-citadel.com"}}}""".formatted(action));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getBoolean("decision")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "[]",
                "{}",
                "{\"subject\":{\"type\":\"user\",\"id\":\"dev\"},\"subject\":{\"type\":\"user\",\"id\":\"hr\"}}",
                "{\"subject\":{\"type\":\"user\"},\"action\":{\"name\":\"a\"},\"resource\":{\"type\":\"t\",\"id\":\"1\"}}",
                "{\"evaluations\":{}}",
                "{\"evaluations\":[1]}",
                "{\"evaluations\":[{}],\"options\":{\"evaluations_semantic\":\"guess\"}}"
            })
    void aBrokenBodyIsAProblem(String body) {
        Answer answer = dev.post(EVALUATIONS, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("content-type")).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo("ERR_INVALID_PARAMS");
    }

    @Test
    void tooManyQuestionsAreAProblem() {
        Answer answer = dev.post(EVALUATIONS, "{\"evaluations\":[" + "{},".repeat(50) + "{}]}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("/evaluations must hold at most 50 questions");
    }

    @Test
    void aBodyWithoutEndIsTooLarge() {
        assertThat(dev.post(EVALUATION, "{\"a\":\"" + "x".repeat(3_000_000) + "\"}")
                        .status())
                .isEqualTo(413);
    }

    @Test
    void anotherContentTypeIsAProblem() {
        Answer answer = dev.with("content-type", "text/plain").post(EVALUATION, "{}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("Content-Type: application/json");
    }

    @Test
    void aStrangerIsNotAnswered() {
        Answer answer = Api.anonymous(TestServer.shared())
                .with("content-type", "application/json")
                .post(EVALUATION, question("user", "dev", "finalize", "session", "1"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("www-authenticate")).isNotEmpty();
    }

    @Test
    void theRequestIdComesBackAsItWasSent() {
        Api named = dev.with("X-Request-ID", "bfe9eb29-ab87-4ca3-be83-a1d5d8305716");

        assertThat(named.post(EVALUATION, question("user", "dev", "finalize", "session", "1"))
                        .header("X-Request-ID"))
                .isEqualTo("bfe9eb29-ab87-4ca3-be83-a1d5d8305716");
        assertThat(named.post(EVALUATION, "broken").header("X-Request-ID")).isNotEmpty();
        assertThat(dev.post(EVALUATION, "broken").header("X-Request-ID")).isEmpty();
    }

    @Test
    void theConfigurationNamesTheEndpointsOfThisServer() {
        String base = TestServer.shared().server().base().toString();
        JsonObject found = Api.anonymous(TestServer.shared())
                .get("/.well-known/authzen-configuration")
                .json();

        assertThat(found.getString("policy_decision_point")).isEqualTo(base);
        assertThat(found.getString("access_evaluation_endpoint")).isEqualTo(base + EVALUATION);
        assertThat(found.getString("access_evaluations_endpoint")).isEqualTo(base + EVALUATIONS);
    }

    private static List<Boolean> decisions(Answer answer) {
        return answer.json()
                .getJsonArray("evaluations")
                .getValuesAs(value -> value.asJsonObject().getBoolean("decision"));
    }

    private static String question(String subjectType, String subject, String action, String type, String id) {
        return """
                {"subject":{"type":"%s","id":"%s"},"action":{"name":"%s"},"resource":{"type":"%s","id":"%s"}}""".formatted(subjectType, subject, action, type, id);
    }
}
