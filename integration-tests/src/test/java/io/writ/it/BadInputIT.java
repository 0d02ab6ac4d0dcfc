package io.writ.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a stranger, a fool and an attacker send. */
class BadInputIT {

    private static final String BUDGET = OpenSession.budget(10, 100_000);

    private final Api dev = Api.of(TestServer.shared(), "dev");

    static Stream<Arguments> brokenBodies() {
        return Stream.of(
                arguments("/v1/run", "not json"),
                arguments("/v1/run", ""),
                arguments("/v1/run", "[]"),
                arguments("/v1/run", "{\"query\":\"a\",\"query\":\"b\"}"),
                arguments("/v1/run", "{\"query\":7}"),
                arguments("/v1/run", "{\"query\":null}"),
                arguments("/v1/run", "{}"),
                arguments("/v1/run", "{\"query\":\"a\",\"surprise\":1}"),
                arguments("/v1/run", "{\"query\":\"" + "a".repeat(5_000) + "\"}"),
                arguments("/v1/run", "{\"query\":\"a\",\"budget\":{\"max_operator_calls\":-1}}"),
                arguments("/v1/sessions", "{}"),
                arguments("/v1/sessions", "{\"budget\":{}}"),
                arguments("/v1/sessions", "{\"budget\":" + OpenSession.budget(10_001, 1) + "}"),
                arguments("/v1/sessions", "{\"budget\":" + BUDGET + ",\"as_of_time\":\"2026-13-01T00:00:00Z\"}"),
                arguments("/v1/sessions", "{\"budget\":" + BUDGET + ",\"as_of_time\":\"yesterday\"}"),
                arguments("/v1/sessions", "{\"budget\":" + BUDGET + ",\"extra\":true}"),
                arguments("/v1/policies/simulate", "{\"action\":\"\",\"params\":{}}"),
                arguments("/v1/policies/simulate", "{\"action\":\"operator_call\"}"),
                arguments("/v1/policies/simulate", "{\"action\":\"a\",\"params\":[]}"),
                arguments("/v1/policies/simulate", "{\"action\":\"a\",\"params\":{},\"policy_bundle_hash\":\"XYZ\"}"));
    }

    @ParameterizedTest
    @MethodSource("brokenBodies")
    void aBrokenBodyIsAClientErrorWithAStableCode(String path, String body) {
        Answer answer = dev.post(path, body);

        assertThat(answer.status()).isEqualTo(400);
        assertProblem(answer, "ERR_INVALID_PARAMS");
    }

    static Stream<Arguments> brokenParams() {
        return Stream.of(
                arguments("search", "{}", "query"),
                arguments("search", "{\"query\":\"\"}", "query"),
                arguments("search", "{\"query\":\"a\",\"case_sensitive\":\"yes\"}", "case_sensitive"),
                arguments("search", "{\"query\":\"a\",\"match_mode\":\"fuzzy\"}", "match_mode"),
                arguments("search", "{\"query\":\"a\",\"object_prefix\":\"../\"}", "object_prefix"),
                arguments("search", "{\"query\":\"" + "a".repeat(600) + "\"}", "query"),
                arguments("fetch_span", "{}", "object_id"),
                arguments("fetch_span", "{\"object_id\":\"../../etc/passwd\"}", "object_id"),
                arguments("fetch_span", "{\"object_id\":\"public/../restricted/restricted_1.txt\"}", "object_id"),
                arguments("fetch_span", "{\"object_id\":\"C:/windows\"}", "object_id"),
                arguments("fetch_span", "{\"object_id\":\"public/public_1.txt\",\"start_byte\":9,\"end_byte\":2}", ""),
                arguments("fetch_span", "{\"object_id\":\"public/public_1.txt\",\"end_byte\":99999999}", ""),
                arguments("list_versions", "{\"object_id\":\"a\\u0000b\"}", "NUL"),
                arguments("fetch_rows", "{\"view_id\":\"customers\",\"fields\":[\"status\"]}", "view_id"),
                arguments("fetch_rows", "{\"view_id\":\"safe_customer_view_public\",\"fields\":[]}", "fields"),
                arguments(
                        "fetch_rows",
                        "{\"view_id\":\"safe_customer_view_public\",\"fields\":[\"admin_note\"]}",
                        "admin_note"),
                arguments(
                        "fetch_rows",
                        "{\"view_id\":\"safe_customer_view_public\",\"fields\":[\"status\"],"
                                + "\"filter_spec\":{\"updated_at\":\"x\"}}",
                        "updated_at"),
                arguments(
                        "fetch_rows",
                        "{\"view_id\":\"safe_customer_view_public\",\"fields\":[\"status\"],\"filter_spec\":{\"status\":7}}",
                        "filter_spec"),
                arguments("aggregate", "{\"view_id\":\"safe_customer_view_public\",\"metrics\":[]}", "metrics"),
                arguments(
                        "aggregate",
                        "{\"view_id\":\"safe_customer_view_public\",\"metrics\":[{\"name\":\"sum\",\"field\":\"status\"}]}",
                        ""),
                arguments("drop_table", "{}", "operator"));
    }

    @ParameterizedTest
    @MethodSource("brokenParams")
    void brokenParametersAreRefusedTwiceAlike(String operator, String params, String named) {
        OpenSession session = OpenSession.open(dev);

        Answer first = session.call(operator, params);
        Answer second = session.call(operator, params);

        assertThat(first.status()).as(first.text()).isEqualTo(400);
        assertProblem(first, "ERR_INVALID_PARAMS");
        assertThat(first.json().getString("message")).contains(named);
        assertThat(second.json().getString("message")).isEqualTo(first.json().getString("message"));
    }

    @Test
    void anOversizedBodyIsRefusedBeforeItIsRead() {
        Answer answer = dev.post("/v1/run", "{\"query\":\"" + "a".repeat(3 * 1024 * 1024) + "\"}");

        assertThat(answer.status()).isEqualTo(413);
        assertProblem(answer, "ERR_INVALID_PARAMS");
    }

    @Test
    void aWrongContentTypeIsAClientError() {
        Answer answer = dev.with("content-type", "text/plain").post("/v1/run", "{\"query\":\"smoke\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertProblem(answer, "ERR_INVALID_PARAMS");
    }

    @Test
    void unknownPathsAndMethodsAreProblemsToo() {
        assertProblem(dev.get("/v1/nothing"), "ERR_INVALID_PARAMS");
        assertThat(dev.get("/v1/nothing").status()).isEqualTo(404);
        assertThat(dev.get("/v1/run").status()).isEqualTo(405);
        assertProblem(dev.get("/v1/run"), "ERR_INVALID_PARAMS");
    }

    @Test
    void thePostureIsForKnownCallersAndCannotBeChanged() {
        assertThat(dev.get("/v1/posture").status()).isEqualTo(200);
        assertThat(dev.post("/v1/posture", "{\"status\":\"as_declared\"}").status())
                .isEqualTo(405);
        assertProblem(dev.post("/v1/posture", "{}"), "ERR_INVALID_PARAMS");
        assertThat(dev.without("x-pecr-local-auth-secret").get("/v1/posture").status())
                .isEqualTo(401);
        assertProblem(dev.with("x-pecr-local-auth-secret", "wrong").get("/v1/posture"), "ERR_AUTH_INVALID");
        assertThat(dev.get("/v1/posture/policy").status()).isEqualTo(404);
    }

    @Test
    void authenticationComesBeforeTheBody() {
        Api stranger = dev.without("x-pecr-local-auth-secret");

        assertThat(stranger.post("/v1/run", "not json").status()).isEqualTo(401);
        assertThat(stranger.post("/v1/run", "not json").code()).isEqualTo("ERR_AUTH_REQUIRED");
        assertThat(dev.with("x-pecr-local-auth-secret", "wrong")
                        .post("/v1/run", "{}")
                        .code())
                .isEqualTo("ERR_AUTH_INVALID");
        assertThat(dev.without("x-pecr-principal-id").post("/v1/run", "{}").code())
                .isEqualTo("ERR_POLICY_DENIED");
        assertThat(dev.without("x-pecr-principal-id").post("/v1/run", "{}").status())
                .isEqualTo(401);
    }

    private static void assertProblem(Answer answer, String code) {
        assertThat(answer.header("content-type")).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().keySet())
                .contains("type", "title", "status", "message", "terminal_mode_hint", "retryable");
        assertThat(answer.json().getInt("status")).isEqualTo(answer.status());
        assertThat(answer.text()).doesNotContain("Exception", "io.writ.", "at java.");
    }
}
