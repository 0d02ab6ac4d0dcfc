package io.writ.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.app.metrics.Meters.CallOutcome;
import io.writ.evidence.TerminalMode;
import org.junit.jupiter.api.Test;

class MetersTest {

    private final Meters meters = new Meters();

    @Test
    void nothingIsReportedBeforeItHappened() {
        assertThat(PrometheusText.of(meters)).isEmpty();
    }

    @Test
    void requestsAreCountedByRouteMethodAndStatus() {
        meters.exchange("/v1/sessions", "POST", 200, 3_000_000);
        meters.exchange("/v1/sessions", "POST", 200, 30_000_000);

        assertThat(PrometheusText.of(meters))
                .contains("# TYPE pecr_gateway_http_requests_total counter")
                .contains("pecr_gateway_http_requests_total{route=\"/v1/sessions\",method=\"POST\",status=\"200\"} 2")
                .contains("pecr_gateway_http_request_duration_seconds_bucket{route=\"/v1/sessions\",method=\"POST\","
                        + "outcome=\"success\",le=\"0.005\"} 1")
                .contains("le=\"+Inf\"} 2")
                .contains("outcome=\"success\"} 0.033\n");
    }

    @Test
    void anOperatorsPathIsOneRouteWhateverItsName() {
        meters.exchange("/v1/operators/search", "POST", 200, 1);
        meters.exchange("/v1/operators/" + "x".repeat(500), "POST", 400, 1);

        assertThat(PrometheusText.of(meters))
                .contains("route=\"/v1/operators\"")
                .doesNotContain("xxx");
    }

    @Test
    void anUnknownOperatorIsCountedAsUnknown() {
        meters.operatorCall("drop_table\"} 1", CallOutcome.ERROR);

        assertThat(PrometheusText.of(meters))
                .contains("pecr_gateway_operator_calls_total{operator_name=\"unknown\",outcome=\"error\"} 1")
                .doesNotContain("drop_table");
    }

    @Test
    void aPathThatIsNoRouteIsNotCounted() {
        meters.exchange("/v1/nothing", "GET", 404, 1);

        assertThat(PrometheusText.of(meters)).isEmpty();
    }

    @Test
    void aStrangeMethodIsCountedAsOther() {
        meters.exchange("/v1/run", "BREW", 405, 1);

        assertThat(PrometheusText.of(meters))
                .contains("pecr_controller_http_requests_total{route=\"/v1/run\",method=\"other\"");
    }

    @Test
    void terminalModesAreCountedByRoute() {
        meters.terminalMode(Route.RUN, TerminalMode.SUPPORTED);

        assertThat(PrometheusText.of(meters))
                .contains("pecr_controller_terminal_modes_total{route=\"/v1/run\",terminal_mode=\"SUPPORTED\"} 1");
    }
}
