package io.writ.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.cli.server.FreePort;
import io.writ.cli.server.LocalInstance;
import io.writ.evidence.StrictJson;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded engine beside a real OPA: stepping in for it, being compared with it, and answers used again. */
class OpaModesIT {

    private static final String NET = "-Dio.writ.governance.policy.remote.GuardedOpa/ask/";
    private static final int DECISIONS = 3_000;

    @TempDir
    private Path folder;

    @BeforeAll
    static void requireOpa() {
        OpaBundle.requireOpa("fallback, comparison and cache");
    }

    @Test
    void theEmbeddedEngineStepsInAndEachRecordSaysSo() {
        OpaBundle bundle = OpaBundle.shipped(folder);
        try (OpaServer opa = OpaServer.start(folder, FreePort.any(), bundle);
                LocalInstance instance = start(
                        "opa-fallback", opa, Map.of("WRIT_POLICY_ENGINE", "opa", "WRIT_POLICY_FALLBACK", "embedded"));
                Traffic traffic = Traffic.start(Api.of(instance, "dev"))) {
            traffic.awaitAllowed(20);
            opa.kill();
            traffic.awaitAllowed(200);
            assertThat(Api.anonymous(instance).get("/readyz").status()).isEqualTo(200);
            opa.restart(bundle);
            Patience.await(
                    Duration.ofSeconds(20),
                    "OPA was not asked again",
                    () -> engines(instance, traffic).getLast().equals("opa"));
            traffic.stop();

            assertThat(traffic.calls()).allMatch(Traffic.Call::isAllowed);
            List<String> engines = engines(instance, traffic);
            assertThat(engines).hasSizeGreaterThan(200).containsOnly("opa", "embedded-fallback");
            assertThat(engines.stream().filter("embedded-fallback"::equals)).hasSizeGreaterThan(150);
            assertThat(metrics(instance).get("writ_policy_remote_total{outcome=\"fallback\"}"))
                    .isGreaterThan(150);
        }
    }

    @Test
    void thousandsOfDecisionsAreComparedAndNoneDiffersUntilAPolicyDoes() throws Exception {
        OpaBundle bundle = OpaBundle.shipped(folder);
        OpaBundle altered = OpaBundle.altered(
                folder, "writ/authz/views.rego", text -> text.replace("\"cacheable\": true", "\"cacheable\": false"));
        try (OpaServer opa = OpaServer.start(folder, FreePort.any(), bundle);
                LocalInstance instance = start("opa-shadow", opa, Map.of("WRIT_POLICY_SHADOW", "opa"))) {
            try (Wondering _ = Wondering.about(instance)) {
                Patience.await(
                        Duration.ofMinutes(3),
                        "there were not " + DECISIONS + " comparisons",
                        () -> shadow(instance, "same") >= DECISIONS);
            }
            System.out.println("shadow: " + metrics(instance));
            assertThat(shadow(instance, "different")).isZero();
            assertThat(shadow(instance, "failed")).isZero();

            opa.kill();
            opa.restart(altered);
            try (Traffic traffic = Traffic.start(Api.of(instance, "dev"))) {
                traffic.awaitAllowed(200);
                Patience.await(
                        Duration.ofSeconds(30),
                        "no difference was counted",
                        () -> shadow(instance, "different") >= 100);
                traffic.stop();

                assertThat(traffic.calls()).allMatch(Traffic.Call::isAllowed);
                assertThat(engines(instance, traffic)).containsOnly("embedded");
            }
            assertThat(log("opa-shadow"))
                    .contains("policy engines differ about input ")
                    .doesNotContain("\"department\"", "safe_customer_view_public");
        }
    }

    @Test
    void aCacheableAnswerIsUsedAgainAndTheRecordSaysSo() {
        OpaBundle bundle = OpaBundle.shipped(folder);
        try (OpaServer opa = OpaServer.start(folder, FreePort.any(), bundle);
                LocalInstance instance =
                        start("opa-cache", opa, Map.of("WRIT_POLICY_ENGINE", "opa", "WRIT_POLICY_CACHE_MS", "5000"))) {
            OpenSession session = OpenSession.open(Api.of(instance, "dev"));
            for (int call = 0; call < 5; call++) {
                session.call("fetch_rows", "{\"view_id\":\"safe_coffees\",\"fields\":[\"name\"]}");
            }

            List<JsonObject> calls = operatorCalls(instance, session.id());
            assertThat(calls).hasSize(5);
            assertThat(calls.stream()
                            .map(record -> record.getJsonObject("policy").getString("engine")))
                    .startsWith("opa")
                    .endsWith("opa-cached")
                    .containsOnly("opa", "opa-cached");
            assertThat(calls.stream()
                            .map(record -> record.getJsonObject("policy").getString("result_sha256"))
                            .distinct())
                    .hasSize(1);
        }
    }

    @Test
    void theNetBelowTheTimeoutDeniesAndLeavesTheThreadToOthers() {
        OpaBundle bundle = OpaBundle.shipped(folder);
        try (OpaServer opa = OpaServer.start(folder, FreePort.any(), bundle);
                SlowWire wire = SlowWire.to(opa.port());
                LocalInstance instance = TestServer.start(
                        "opa-net",
                        Map.of(
                                "WRIT_POLICY_ENGINE",
                                "opa",
                                "WRIT_OPA_URL",
                                "http://127.0.0.1:" + wire.port(),
                                "WRIT_OPA_TOKEN",
                                OpaServer.TOKEN,
                                "WRIT_OPA_TIMEOUT_MS",
                                "2000"),
                        List.of(NET + "Timeout/value=300", NET + "CircuitBreaker/requestVolumeThreshold=1000"));
                Traffic traffic = Traffic.start(Api.of(instance, "dev"))) {
            traffic.awaitAllowed(20);
            wire.slowDown(Duration.ofMillis(800));
            traffic.awaitDenied(20);
            wire.slowDown(Duration.ZERO);
            traffic.awaitAllowed(20);
            traffic.stop();

            // A thread that stayed interrupted could not record, and the answer would be another one.
            assertThat(traffic.calls())
                    .filteredOn(call -> !call.isAllowed())
                    .allSatisfy(call -> assertThat(call.answer().text()).contains("policy.unavailable"))
                    .allSatisfy(call -> assertThat(Duration.ofNanos(call.endNanos() - call.startNanos()))
                            .as("what is configured for the net, not for the client")
                            .isLessThan(Duration.ofMillis(1_500)));
            assertThat(operatorCalls(instance, traffic.sessionId()))
                    .hasSize(traffic.calls().size());
        }
    }

    private static LocalInstance start(String name, OpaServer opa, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("WRIT_OPA_URL", opa.address().toString());
        all.put("WRIT_OPA_TOKEN", OpaServer.TOKEN);
        all.put("WRIT_OPA_TIMEOUT_MS", "1000");
        return TestServer.start(name, all);
    }

    private static List<String> engines(LocalInstance instance, Traffic traffic) {
        return operatorCalls(instance, traffic.sessionId()).stream()
                .map(record -> record.getJsonObject("policy").getString("engine"))
                .toList();
    }

    private static List<JsonObject> operatorCalls(LocalInstance instance, String sessionId) {
        return new Records(instance.database())
                .of(sessionId).stream()
                        .map(StrictJson::parseObject)
                        .filter(record -> record.getString("event").equals("operator_call"))
                        .toList();
    }

    private static long shadow(LocalInstance instance, String outcome) {
        return metrics(instance).getOrDefault("writ_policy_shadow_total{outcome=\"" + outcome + "\"}", 0L);
    }

    private static Map<String, Long> metrics(LocalInstance instance) {
        Map<String, Long> values = new HashMap<>();
        Api.anonymous(instance)
                .get("/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith("writ_policy_") && line.contains("_total"))
                .map(line -> line.split(" ", 2))
                .forEach(pair -> values.put(pair[0], Long.valueOf(pair[1])));
        return values;
    }

    private static String log(String name) throws Exception {
        Path server = TestServer.ROOT.resolve("integration-tests/target/instances/" + name + "/server");
        try (Stream<Path> files = Files.walk(server)) {
            StringBuilder all = new StringBuilder();
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".log")).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }
}
