package io.writ.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.cli.server.LocalInstance;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The console's HTML, where no browser is needed to judge it. */
class ConsolePagesIT {

    private final LocalInstance instance = TestServer.shared();

    @Test
    void whoIsNotKnownIsAskedForAName() {
        Answer answer = Api.anonymous(instance).get("/");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("www-authenticate")).startsWith("Basic");
    }

    @Test
    void hostileQuestionsAreShownInert() {
        Api.of(instance, "dev")
                .post("/v1/run", "{\"query\":\"<script>alert(1)</script> brewing guide espresso grams\"}");

        Answer page = as("dev").get("/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("&lt;script&gt;").doesNotContain("<script>alert");
        assertThat(page.header("content-security-policy")).contains("default-src 'none'");
        assertThat(page.header("x-content-type-options")).isEqualTo("nosniff");
    }

    @Test
    void anotherPrincipalDoesNotSeeTheRun() {
        String session = Api.of(instance, "dev")
                .post("/v1/run", "{\"query\":\"When do orders leave the roastery?\"}")
                .json()
                .getString("session_id");

        assertThat(as("dev").get("/console/runs/" + session).status()).isEqualTo(200);
        assertThat(as("support").get("/console/runs/" + session).status()).isIn(403, 404);
        assertThat(as("support").get("/console/runs/" + session).text()).doesNotContain("roastery");
    }

    @Test
    void anUnknownRunIsNotFoundInHtml() {
        Answer answer = as("dev").with("accept", "text/html").get("/console/runs/01ARZ3NDEKTSV4RRFFQ69G5FAV");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("content-type")).startsWith("text/html");
    }

    private Api as(String principal) {
        String credentials = Base64.getEncoder()
                .encodeToString((principal + ":" + instance.secret()).getBytes(StandardCharsets.UTF_8));
        return Api.anonymous(instance).with("authorization", "Basic " + credentials);
    }
}
