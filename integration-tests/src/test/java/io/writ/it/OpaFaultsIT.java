package io.writ.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.cli.server.FreePort;
import io.writ.cli.server.LocalInstance;
import io.writ.evidence.StrictJson;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** OPA decides, and is hurt while questions come in: denials only, each with its cause, and nothing is restarted. */
class OpaFaultsIT {

    private static final String BREAKER = "-Dio.writ.governance.policy.remote.GuardedOpa/ask/CircuitBreaker/";
    private static final Duration TIMEOUT = Duration.ofMillis(400);
    private static final String ROWS = "{\"view_id\":\"safe_customer_view_public\",\"fields\":[\"status\"]}";
    private static final int DENIALS = 40;

    @TempDir
    private static Path folder;

    private static OpaServer opa;
    private static SlowWire wire;
    private static OpaBundle bundle;
    private static LocalInstance instance;
    private static Records records;

    @BeforeAll
    static void start() {
        OpaBundle.requireOpa("what happens when OPA fails");
        bundle = OpaBundle.shipped(folder);
        opa = OpaServer.start(folder, FreePort.any(), bundle);
        wire = SlowWire.to(opa.port());
        instance = TestServer.start(
                "opa-faults",
                Map.of(
                        "WRIT_POLICY_ENGINE",
                        "opa",
                        "WRIT_OPA_URL",
                        "http://127.0.0.1:" + wire.port(),
                        "WRIT_OPA_TOKEN",
                        OpaServer.TOKEN,
                        "WRIT_OPA_TIMEOUT_MS",
                        Long.toString(TIMEOUT.toMillis())),
                List.of(BREAKER + "delay=500"));
        records = new Records(instance.database());
    }

    @BeforeEach
    void everythingIsInOrder() {
        Patience.await(Duration.ofSeconds(20), "OPA was not asked again", OpaFaultsIT::isOpaReady);
    }

    @AfterAll
    static void stop() {
        if (instance != null) {
            instance.close();
            wire.close();
            opa.close();
        }
    }

    @Test
    void whileOpaIsDeadEverythingIsDeniedAndAfterwardsNothingIsRestarted() {
        assertOnlyDenied("policy.unavailable", opa::kill, () -> opa.restart(bundle));
    }

    @Test
    void whileOpaIsPausedEverythingIsDeniedInTime() {
        List<Traffic.Call> denied = assertOnlyDenied("policy.unavailable", opa::pause, opa::resume);

        assertThat(denied)
                .allSatisfy(call -> assertThat(Duration.ofNanos(call.endNanos() - call.startNanos()))
                        .isLessThan(Duration.ofSeconds(5)));
    }

    @Test
    void whileOpaHasAnotherRevisionEverythingIsDenied() {
        OpaBundle another = OpaBundle.ofRevision(folder, "9+sha256:0000000000000000");

        assertOnlyDenied("policy.version_mismatch", () -> opa.exchange(another), () -> opa.exchange(bundle));
    }

    @Test
    void aBundleThatIsNoneLeavesOpaWithTheOldOneAndDecisionsGoOn() {
        try (Traffic traffic = Traffic.start(dev())) {
            opa.offerGarbage();
            Patience.pause(Duration.ofSeconds(3));
            traffic.awaitAllowed(DENIALS);
        } finally {
            opa.exchange(bundle);
        }
    }

    @Test
    void whileOpaIsSlowTheCircuitOpensTriesAgainAndCloses() {
        try (Traffic traffic = Traffic.start(dev())) {
            traffic.awaitAllowed(DENIALS);
            wire.slowDown(TIMEOUT.multipliedBy(2));
            traffic.awaitDenied(DENIALS);
            long open = System.nanoTime();
            Patience.pause(Duration.ofSeconds(4));
            long until = System.nanoTime();
            List<Long> trials = wire.requestsSince(open);
            assertThat(traffic.callsWithin(open, until))
                    .as("calls while the circuit is open")
                    .hasSizeGreaterThan(100)
                    .noneMatch(Traffic.Call::isAllowed);
            System.out.println("circuit open for 4 s: "
                    + traffic.callsWithin(open, until).size() + " calls, of which " + trials.size()
                    + " went to OPA as trials, in " + rounds(trials) + " rounds");
            assertThat(trials).as("at most three trials per half-open circuit").hasSizeBetween(3, 24);
            assertThat(rounds(trials))
                    .as("rounds of trials after half a second each, as configured, and not after two")
                    .isGreaterThanOrEqualTo(3);

            wire.slowDown(Duration.ZERO);
            traffic.awaitAllowed(DENIALS);

            long closed = System.nanoTime();
            traffic.awaitAllowed(DENIALS);
            assertThat(wire.requestsSince(closed)).hasSizeGreaterThanOrEqualTo(DENIALS);
            assertUndecided(traffic, "policy.unavailable", Instant.MAX);
        } finally {
            wire.slowDown(Duration.ZERO);
        }
    }

    static Stream<Arguments> brokenPolicies() {
        return Stream.of(
                Arguments.of("policy.error", "decision := \"another\" if input.action == \"operator_call\""),
                Arguments.of("policy.malformed", "decision := \"yes\""),
                Arguments.of("policy.undefined", "decision := \"yes\" if input.action == \"nobody does this\""));
    }

    /** Under the right revision, so that nothing but the answer itself gives it away. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenPolicies")
    void anAnswerThatIsNoneIsDeniedWithItsOwnCode(String code, String rule) {
        OpenSession session = OpenSession.open(dev());
        OpaBundle broken = OpaBundle.altered(folder, "writ/authz/policy.rego", policy -> changed(policy, code, rule));
        opa.kill();
        opa.restart(broken);
        try {
            Patience.await(
                    Duration.ofSeconds(10),
                    "no record said " + code,
                    () -> session.call("fetch_rows", ROWS).text().contains(code));
            assertThat(records.of(session.id()))
                    .anySatisfy(record -> assertThat(record)
                            .contains("\"reason\":\"" + code + "\"")
                            .contains("\"verdict\":\"undecided\""));
            assertThat(session.call("fetch_rows", ROWS).status()).isEqualTo(503);
        } finally {
            opa.kill();
            opa.restart(bundle);
        }
    }

    @Test
    void readinessFollowsTheServerThatAnswers() {
        assertThat(isOpaReady()).isTrue();
        opa.kill();
        try {
            Patience.await(Duration.ofSeconds(10), "readiness still held", () -> !isOpaReady());
        } finally {
            opa.restart(bundle);
        }
        Patience.await(Duration.ofSeconds(10), "readiness did not return", OpaFaultsIT::isOpaReady);
    }

    @Test
    void aDecisionNamesItsEngineAndTheRulesThatTheEmbeddedEngineNames() {
        JsonObject here = decision(instance);
        JsonObject embedded = decision(TestServer.shared());

        assertThat(here.getJsonObject("policy").getString("engine")).isEqualTo("opa");
        assertThat(embedded.getJsonObject("policy").getString("engine")).isEqualTo("embedded");
        assertThat(here.getJsonArray("rules")).isNotEmpty().isEqualTo(embedded.getJsonArray("rules"));
        assertThat(here.getJsonObject("policy").getString("result_sha256"))
                .isEqualTo(embedded.getJsonObject("policy").getString("result_sha256"));
    }

    @Test
    void opaItselfAnswersNothingButTheQuestionAndOnlyToWhoHasTheToken() {
        String decision = "/v1/data/writ/authz/decision";
        Optional<String> token = Optional.of(OpaServer.TOKEN);

        assertThat(opa.ask(decision, "{}", Optional.empty()).statusCode()).isEqualTo(401);
        assertThat(opa.ask("/v1/data/grants", "{}", token).statusCode()).isEqualTo(401);
        assertThat(opa.ask("/v1/query", "{\"query\":\"data\"}", token).statusCode())
                .isEqualTo(401);
        assertThat(opa.ask(decision, "{\"input\":{}}", token).body()).contains("role_missing");
    }

    /** A contradiction stands beside the decision; anything else takes its place. */
    private static String changed(String policy, String code, String rule) {
        String rest = code.equals("policy.error") ? policy : policy.replace("decision :=", "another_decision :=");
        return rest + "\n" + rule + "\n";
    }

    /** Trials that follow each other closely belong to one half-open circuit. */
    private static long rounds(List<Long> trials) {
        long apart = Duration.ofMillis(300).toNanos();
        return 1
                + IntStream.range(1, trials.size())
                        .filter(trial -> trials.get(trial) - trials.get(trial - 1) > apart)
                        .count();
    }

    /** Hurts OPA under traffic; nothing that began while it was hurt may be allowed. */
    private static List<Traffic.Call> assertOnlyDenied(String code, Runnable fault, Runnable repair) {
        try (Traffic traffic = Traffic.start(dev())) {
            traffic.awaitAllowed(DENIALS);
            fault.run();
            long hurt = System.nanoTime();
            List<Traffic.Call> during;
            Instant repaired;
            try {
                traffic.awaitDenied(DENIALS);
            } finally {
                during = traffic.callsWithin(hurt, System.nanoTime());
                repaired = Instant.now();
                repair.run();
            }
            traffic.awaitAllowed(DENIALS);

            assertThat(during).hasSizeGreaterThanOrEqualTo(DENIALS).allSatisfy(call -> {
                assertThat(call.answer().status()).isEqualTo(503);
                assertThat(call.answer().text()).contains(code).doesNotContain("active", "suspended");
            });
            assertUndecided(traffic, code, repaired);
            return during;
        }
    }

    /**
     * The records of the session know this reason and no other for what could not be decided until then. Afterwards an
     * OPA that starts has no bundle for a moment, and says so.
     */
    private static void assertUndecided(Traffic traffic, String code, Instant until) {
        traffic.stop();
        List<JsonObject> undecided = records.of(traffic.sessionId()).stream()
                .map(StrictJson::parseObject)
                .filter(record -> record.getString("verdict").equals("undecided"))
                .toList();
        assertThat(undecided).hasSizeGreaterThanOrEqualTo(DENIALS).allSatisfy(record -> {
            if (Instant.parse(record.getString("occurred_at")).isBefore(until)) {
                assertThat(record.getString("reason")).isEqualTo(code);
            } else {
                assertThat(record.getString("reason")).isIn("policy.unavailable", "policy.version_mismatch");
            }
            assertThat(record.getJsonObject("policy").getString("engine")).isEqualTo("opa");
            assertThat(record.getJsonObject("policy").getString("revision")).isEqualTo(bundle.revision());
        });
        assertThat(undecided).hasSize((int)
                traffic.calls().stream().filter(call -> !call.isAllowed()).count());
    }

    private static JsonObject decision(LocalInstance asked) {
        OpenSession session = OpenSession.open(Api.of(asked, "dev"));
        session.call("fetch_rows", "{\"view_id\":\"safe_payroll\",\"fields\":[\"department\"]}");
        return new Records(asked.database())
                .of(session.id()).stream()
                        .map(StrictJson::parseObject)
                        .filter(record -> record.getString("event").equals("operator_call"))
                        .findFirst()
                        .orElseThrow();
    }

    private static boolean isOpaReady() {
        return Api.anonymous(instance)
                .get("/readyz")
                .json()
                .getJsonObject("checks")
                .getBoolean("opa");
    }

    private static Api dev() {
        return Api.of(instance, "dev");
    }
}
