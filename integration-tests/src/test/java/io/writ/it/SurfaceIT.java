package io.writ.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

/** The rest of the surface: health, metrics, contract, policy questions. */
class SurfaceIT {

    private final Api anonymous = Api.anonymous(TestServer.shared());
    private final Api dev = Api.of(TestServer.shared(), "dev");

    @Test
    void healthIsAnsweredToAnybody() {
        assertThat(anonymous.get("/healthz").text()).isEqualTo("ok");
        assertThat(anonymous.get("/readyz").json().getString("status")).isEqualTo("ready");
        assertThat(anonymous.get("/readyz").json().getJsonObject("checks").keySet())
                .containsExactlyInAnyOrder("ledger", "opa", "postgres");
        assertThat(anonymous.get("/health/live").status()).isEqualTo(200);
        assertThat(anonymous.get("/health/ready").status()).isEqualTo(200);
        assertThat(anonymous.get("/health/started").status()).isEqualTo(200);
    }

    @Test
    void metricsCarryPecrsNamesAndNoPathOfAStranger() {
        OpenSession.open(dev).call("no_such_operator_x9", "{}");

        String metrics = anonymous.get("/metrics").text();

        assertThat(metrics)
                .contains("pecr_gateway_http_requests_total", "pecr_gateway_operator_calls_total")
                .doesNotContain("no_such_operator_x9");
    }

    @Test
    void theShippedServerSaysThatItsPolicyIsPackagedAndNobodySignedIt() {
        JsonObject posture = dev.get("/v1/posture").json();

        assertThat(posture.getString("status")).isEqualTo("undeclared");
        assertThat(posture.getJsonObject("facts").getString("policy.source")).isEqualTo("packaged");
        assertThat(posture.getJsonObject("facts").getString("policy.signed")).isEqualTo("false");
        assertThat(posture.getJsonObject("facts").getString("policy.fail_mode")).isEqualTo("deny");
        assertThat(posture.getJsonObject("policy").getInt("canaries")).isPositive();
        assertThat(posture.getJsonObject("facts").getString("policy.bundle"))
                .isEqualTo(posture.getJsonObject("policy").getString("bundle_sha256"));
    }

    @Test
    void theContractIsServed() {
        assertThat(anonymous.get("/openapi?format=JSON").json().getString("openapi"))
                .startsWith("3.1");
        assertThat(anonymous.get("/openapi/ui/").status()).isEqualTo(200);
        assertThat(anonymous.get("/openapi").text())
                .contains(
                        "/v1/run", "/v1/sessions", "/v1/operators/{operator}", "/v1/finalize", "/v1/policies/simulate");
    }

    @Test
    void aSimulationAnswersWhatTheCallWouldAnswer() {
        String call = "{\"action\":\"operator_call\",\"params\":{\"op_name\":\"fetch_span\",\"object_id\":\"%s\"}}";
        Api support = Api.of(TestServer.shared(), "support");

        assertThat(support.post("/v1/policies/simulate", call.formatted("public/public_1.txt"))
                        .json()
                        .getBoolean("allow"))
                .isTrue();
        assertThat(support.post("/v1/policies/simulate", call.formatted("restricted/restricted_1.txt"))
                        .json()
                        .getBoolean("allow"))
                .isFalse();
    }

    @Test
    void capabilitiesSayWhatMayBeAsked() {
        Answer mine = dev.get("/v1/policies/capabilities");

        assertThat(mine.json().getJsonArray("capabilities")).isNotEmpty();
        assertThat(mine.json().getJsonArray("suggested_queries")).isNotEmpty();
        assertThat(dev.get("/v1/capabilities").status()).isEqualTo(200);
        assertThat(Api.of(TestServer.shared(), "guest")
                        .get("/v1/policies/capabilities")
                        .text())
                .doesNotContain("safe_payroll");
    }

    @Test
    void anotherHostNameIsNotServed() {
        // A page of a foreign site that resolves its name to this machine must not be able to read answers.
        assertThat(RawHttp.get(TestServer.shared().server().base().getPort(), "/healthz", "evil.example"))
                .doesNotContain("200 OK");
    }
}
