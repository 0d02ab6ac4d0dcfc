package io.writ.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.cli.server.LocalInstance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decisions that a real server recorded under load are repeated and backtested from the command line. */
class PolicyReplayIT {

    /** As many as the goal says, if the machine records them in time. */
    private static final int DECISIONS = Integer.getInteger("writ.replay.decisions", 10_000);

    private static final Duration TIME_MAX = Duration.ofSeconds(Integer.getInteger("writ.replay.seconds", 60));

    /** Fewer would show little. */
    private static final int DECISIONS_MIN = 1_000;

    private static final int CALLERS = 8;
    private static final int CALLS_PER_SESSION = 200;
    private static final String DIST = TestServer.ROOT.resolve("opa/dist").toString();

    private static final List<String[]> CALLS = List.of(
            new String[] {"fetch_rows", "{\"view_id\":\"safe_customer_view_public\",\"fields\":[\"status\"]}"},
            new String[] {"fetch_span", "{\"object_id\":\"public/public_1.txt\"}"},
            new String[] {"search", "{\"query\":\"refund\"}"},
            new String[] {"fetch_rows", "{\"view_id\":\"safe_payroll\",\"fields\":[\"monthly_salary\"]}"});

    private static LocalInstance instance;
    private static int recorded;

    @BeforeAll
    static void recordDecisions() throws Exception {
        instance = TestServer.start("replay", Map.of());
        AtomicInteger calls = new AtomicInteger();
        long deadline = System.nanoTime() + TIME_MAX.toNanos();
        try (var callers = Executors.newFixedThreadPool(CALLERS)) {
            List<Callable<Integer>> work = IntStream.range(0, CALLERS)
                    .<Callable<Integer>>mapToObj(
                            caller -> () -> call(caller % 2 == 0 ? "dev" : "support", calls, deadline))
                    .toList();
            for (Future<Integer> done : callers.invokeAll(work)) {
                done.get();
            }
        }
        recorded = calls.get();
    }

    @AfterAll
    static void stop() {
        instance.close();
    }

    @Test
    void everyRecordedDecisionIsReproduced() {
        Command replay = Command.run(instance.database(), "policy", "replay", "--all");

        System.out.println("replay of " + recorded + " recorded decisions:\n" + replay.output());
        assertThat(replay.exitCode()).as(replay.output() + replay.errors()).isZero();
        assertThat(recorded).isGreaterThanOrEqualTo(DECISIONS_MIN);
        assertThat(number(replay, "decisions")).isGreaterThanOrEqualTo(recorded);
        assertThat(number(replay, "equal")).isEqualTo(number(replay, "questions repeated"));
        assertThat(number(replay, "questions repeated"))
                .as("searches ask about the documents they found as well")
                .isGreaterThan(number(replay, "decisions"));
        assertThat(number(replay, "different")).isZero();
    }

    @Test
    void anotherBundleIsToldFromTheOneThatDecided(@TempDir Path folder) throws IOException {
        Path other = edited(folder, "\"permit_seconds\":30", "\"permit_seconds\":29");

        Command replay = Command.run(instance.database(), "policy", "replay", "--bundle", other.toString());

        assertThat(replay.exitCode()).isEqualTo(3);
        assertThat(replay.output()).contains("not this bundle");
        assertThat(Command.run(instance.database(), "policy", "replay", "--bundle", other.toString(), "--bundle", DIST)
                        .exitCode())
                .isZero();
    }

    @Test
    void aCandidateIsBacktestedAndOneThatOpensADoorFails(@TempDir Path folder) throws IOException {
        Path looser = edited(folder, "\"redact_fields\":[\"admin_note\",\"injection_note\"]", "\"redact_fields\":[]");

        Command same = Command.run(instance.database(), "policy", "backtest", "--candidate", DIST, "--tenant", "local");
        Command flips = Command.run(
                instance.database(), "policy", "backtest", "--candidate", looser.toString(), "--format", "junit");
        Command accepted = Command.run(
                instance.database(), "policy", "backtest", "--candidate", looser.toString(), "--fail-on", "none");
        Command nobody =
                Command.run(instance.database(), "policy", "backtest", "--candidate", DIST, "--tenant", "nobody");

        assertThat(same.exitCode()).as(same.output() + same.errors()).isZero();
        assertThat(same.output()).contains("decides every recorded question as the base does");
        assertThat(flips.exitCode()).isEqualTo(1);
        assertThat(flips.output()).contains("<failure type=\"obligations_loosened\"", "safe_customer_view_public");
        assertThat(accepted.exitCode()).isZero();
        assertThat(nobody.exitCode()).isEqualTo(1);
    }

    @Test
    void aChangedByteOfARecordedInputIsNamed() {
        Records records = new Records(instance.database());
        String id = records.texts(
                        "select decision_id::text from writ.decision where event = ? limit 1", "operator_call")
                .getFirst();
        // The owner meets the trigger, so it takes the trigger away first: this is what an attacker would do.
        records.asOwner(
                "alter table writ.decision disable trigger append_only",
                "update writ.decision set tenant_id = 'attacked', policy_input = set_byte(policy_input, 40,"
                        + " get_byte(policy_input, 40) # 1) where decision_id = '" + id + "'",
                "alter table writ.decision enable trigger append_only");
        try {
            Command replay = Command.run(instance.database(), "policy", "replay", "--tenant", "attacked");

            assertThat(replay.exitCode()).isEqualTo(1);
            assertThat(replay.output()).contains("First difference: decision " + id);
        } finally {
            records.asOwner(
                    "alter table writ.decision disable trigger append_only",
                    "update writ.decision set tenant_id = 'local', policy_input = set_byte(policy_input, 40,"
                            + " get_byte(policy_input, 40) # 1) where decision_id = '" + id + "'",
                    "alter table writ.decision enable trigger append_only");
        }
    }

    private static int call(String principal, AtomicInteger calls, long deadline) {
        Api api = Api.of(instance, principal);
        int own = 0;
        while (System.nanoTime() < deadline && calls.get() < DECISIONS) {
            OpenSession session = OpenSession.open(api, CALLS_PER_SESSION, 50_000_000);
            calls.incrementAndGet();
            for (int i = 0; i < CALLS_PER_SESSION && System.nanoTime() < deadline && calls.get() < DECISIONS; i++) {
                String[] call = CALLS.get(i % CALLS.size());
                int status = session.call(call[0], call[1]).status();
                if (status != 200 && status != 403) {
                    throw new IllegalStateException(call[0] + " answered " + status);
                }
                calls.incrementAndGet();
                own++;
            }
        }
        return own;
    }

    private static Path edited(Path folder, String text, String by) throws IOException {
        for (String name : List.of("plan.json", "manifest.json", "data.json")) {
            Files.copy(Path.of(DIST, name), folder.resolve(name));
        }
        Path data = folder.resolve("data.json");
        String edited = Files.readString(data).replace(text, by);
        assertThat(edited).isNotEqualTo(Files.readString(data));
        Files.writeString(data, edited);
        return folder;
    }

    private static long number(Command replay, String name) {
        return replay.output()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length()).strip().replace(",", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow();
    }
}
