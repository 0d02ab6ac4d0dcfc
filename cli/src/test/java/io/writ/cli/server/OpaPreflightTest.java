package io.writ.cli.server;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.writ.cli.CommandFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a newcomer is told before anything starts. */
class OpaPreflightTest {

    private HttpServer opa;

    @BeforeEach
    void start() throws IOException {
        opa = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        opa.start();
    }

    @AfterEach
    void stop() {
        opa.stop(0);
    }

    @Test
    void anOpaThatAnswersFromTheBundleIsEnough() {
        answer(200, "{\"provenance\":{\"bundles\":{\"writ\":{\"revision\":\"1\"}}},\"result\":{}}");

        assertThatCode(() -> OpaPreflight.check(environment())).doesNotThrowAnyException();
    }

    @Test
    void whereNobodyListensTheRemedyIsTold() {
        opa.stop(0);

        assertThatThrownBy(() -> OpaPreflight.check(environment()))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("no OPA server answers at http://127.0.0.1:")
                .hasMessageContaining("docs/OPA.md");
    }

    @Test
    void anOpaWithoutTheBundleOrTheTokenIsToldApart() {
        answer(200, "{}");
        assertThatThrownBy(() -> OpaPreflight.check(environment())).hasMessageContaining("WRIT_OPA_BUNDLE");
        opa.removeContext("/");
        answer(401, "{}");
        assertThatThrownBy(() -> OpaPreflight.check(environment())).hasMessageContaining("WRIT_OPA_TOKEN");
        opa.removeContext("/");
        answer(200, "<html>");
        assertThatThrownBy(() -> OpaPreflight.check(environment())).hasMessageContaining("has no bundle 'writ'");
    }

    @Test
    void whoDoesNotNeedOpaIsNotHeldUp() {
        opa.stop(0);
        Map<String, String> environment = environment();
        environment.put("WRIT_POLICY_FALLBACK", "embedded");
        assertThatCode(() -> OpaPreflight.check(environment)).doesNotThrowAnyException();
        environment.remove("WRIT_POLICY_FALLBACK");
        environment.put("WRIT_POLICY_ENGINE", "embedded");
        assertThatCode(() -> OpaPreflight.check(environment)).doesNotThrowAnyException();
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("WRIT_POLICY_ENGINE", "opa");
        environment.put("WRIT_OPA_URL", "http://127.0.0.1:" + opa.getAddress().getPort());
        return environment;
    }

    private void answer(int status, String body) {
        opa.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
