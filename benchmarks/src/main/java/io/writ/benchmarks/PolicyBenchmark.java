package io.writ.benchmarks;

import io.writ.evidence.Digest;
import io.writ.evidence.StrictJson;
import io.writ.governance.policy.engine.PlanEngine;
import io.writ.governance.policy.engine.PolicyBundle;
import io.writ.governance.policy.engine.PolicyEngine;
import io.writ.governance.policy.rego.Evaluation;
import io.writ.governance.policy.rego.EvaluationLimits;
import io.writ.governance.policy.rego.RegoPlan;
import io.writ.governance.policy.rego.value.RegoValue;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * One decision in this process, with and without its explanation, and by OPA over REST.
 *
 * <p>Method: the same questions in the same order, one caller, one after another. Every answer of the embedded engine
 * is first held against OPA's. After a warm-up each round measures the three ways in turn; processor time is that of
 * whole processes, so collector, compiler, client and server count. The median over rounds is printed.
 */
@Command(
        name = "policy",
        mixinStandardHelpOptions = true,
        description = "Decisions per processor second, embedded and through OPA REST, with latency percentiles.")
final class PolicyBenchmark implements Callable<Integer> {

    private static final int WARM_UP_EMBEDDED = 150_000;
    private static final int WARM_UP_REST = 4_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--server", hidden = true)
    private Path unusedServer = Path.of("app/target/liberty/wlp");

    @Option(names = "--root", required = true, hidden = true)
    private Path root = Path.of(".");

    @Option(names = "--rounds", defaultValue = "3", description = "Rounds (default: ${DEFAULT-VALUE}).")
    private int rounds = 3;

    @Option(
            names = "--decisions",
            defaultValue = "90000",
            description = "Embedded decisions in a round; a tenth of it over REST (default: ${DEFAULT-VALUE}).")
    private int decisions = 90_000;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<JsonObject> questions = PolicyQuestions.all();
        Path work = Files.createDirectories(root.toAbsolutePath().resolve(".writ/bench"));
        try (OpaServer opa = OpaServer.start(root.toAbsolutePath(), work);
                OpaRest rest = new OpaRest(opa.port())) {
            PolicyReport.print(out, measure(questions, opa, rest));
        }
        return 0;
    }

    private List<PolicyRound> measure(List<JsonObject> questions, OpaServer opa, OpaRest rest) throws IOException {
        Path dist = root.resolve("opa/dist");
        byte[] plan = Files.readAllBytes(dist.resolve("plan.json"));
        JsonObject data = StrictJson.parseObject(Files.readAllBytes(dist.resolve("data.json")));
        Function<JsonObject, JsonValue> explained = explained(plan, data);
        Function<JsonObject, JsonValue> silent = silent(plan, data);
        agree(questions, List.of(explained, silent), rest);
        window(questions, WARM_UP_EMBEDDED, explained);
        window(questions, WARM_UP_EMBEDDED, silent);
        window(questions, WARM_UP_REST, rest::decide);
        List<PolicyRound> measured = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            PolicyFigures withExplanation = window(questions, decisions, explained);
            PolicyFigures without = window(questions, decisions, silent);
            PolicyFigures remote = PolicyFigures.measure(questions, decisions / 10, rest::decide, opa::cpu);
            measured.add(new PolicyRound(withExplanation, without, remote));
        }
        return measured;
    }

    private static PolicyFigures window(List<JsonObject> questions, int count, Function<JsonObject, JsonValue> engine) {
        return PolicyFigures.measure(questions, count, engine, () -> Duration.ZERO);
    }

    private static void agree(List<JsonObject> questions, List<Function<JsonObject, JsonValue>> engines, OpaRest rest) {
        for (JsonObject question : questions) {
            JsonValue wanted = rest.decide(question);
            for (Function<JsonObject, JsonValue> engine : engines) {
                JsonValue given = engine.apply(question);
                if (!RegoValue.of(given).equals(RegoValue.of(wanted))) {
                    throw new IllegalStateException("the engines disagree: " + given + " and " + wanted);
                }
            }
        }
    }

    /** As in production: the answer and the rules behind it. */
    private static Function<JsonObject, JsonValue> explained(byte[] plan, JsonObject data) {
        PolicyEngine engine =
                PlanEngine.of(new PolicyBundle("bench", Digest.of(plan), JsonValue.EMPTY_JSON_OBJECT, data, plan));
        return question -> switch (engine.evaluate(question)) {
            case PolicyEngine.Answer.Document(String _, JsonValue value, var _) -> value;
            case PolicyEngine.Answer.Failed failed -> throw new IllegalStateException("no answer: " + failed);
        };
    }

    private static Function<JsonObject, JsonValue> silent(byte[] plan, JsonObject data) {
        RegoPlan rego = RegoPlan.load(plan, data, PlanEngine.ENTRYPOINT);
        return question -> switch (rego.evaluate(
                PlanEngine.ENTRYPOINT, RegoValue.of(question), EvaluationLimits.STANDARD)) {
            case Evaluation.Defined(RegoValue value) -> value.toJson();
            case Evaluation other -> throw new IllegalStateException("no answer: " + other);
        };
    }
}
