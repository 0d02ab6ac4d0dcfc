package io.writ.governance.policy.rego;

import io.writ.governance.policy.rego.value.RegoValue;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Prints how long a decision takes, JSON in and JSON out: {@code TimingMain <plan.json> <data.json> <input.json>
 * <entrypoint>}.
 */
final class TimingMain {

    private static final int WARM_UP = 60_000;
    private static final int MEASURED = 100_000;

    private TimingMain() {}

    public static void main(String[] arguments) throws IOException {
        RegoPlan plan = RegoPlan.load(Files.readAllBytes(Path.of(arguments[0])), read(arguments[1]), arguments[3]);
        JsonObject input = read(arguments[2]);
        long[] nanos = new long[MEASURED];
        for (int i = -WARM_UP; i < MEASURED; i++) {
            long start = System.nanoTime();
            String answer = decide(plan, arguments[3], input);
            if (i >= 0) {
                nanos[i] = System.nanoTime() - start;
            } else if (i == -1) {
                System.out.println(answer);
            }
        }
        Arrays.sort(nanos);
        System.out.printf(
                "p50 %.1f us, p90 %.1f us, p99 %.1f us%n",
                nanos[MEASURED / 2] / 1e3, nanos[MEASURED / 10 * 9] / 1e3, nanos[MEASURED / 100 * 99] / 1e3);
    }

    private static String decide(RegoPlan plan, String entrypoint, JsonObject input) {
        return switch (plan.evaluate(entrypoint, RegoValue.of(input), EvaluationLimits.STANDARD)) {
            case Evaluation.Defined(RegoValue value) -> value.toJson().toString();
            case Evaluation other -> other.toString();
        };
    }

    private static JsonObject read(String file) throws IOException {
        try (InputStream json = Files.newInputStream(Path.of(file))) {
            return Json.createReader(json).readObject();
        }
    }
}
