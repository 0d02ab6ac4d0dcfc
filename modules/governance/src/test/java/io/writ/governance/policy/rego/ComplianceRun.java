package io.writ.governance.policy.rego;

import io.writ.governance.policy.rego.value.RegoSet;
import io.writ.governance.policy.rego.value.RegoValue;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles one case with {@code opa build}, evaluates it here, and compares. */
final class ComplianceRun {

    /** What came of a case. */
    sealed interface Verdict {
        record Passed() implements Verdict {}

        /** Passed, because an error where OPA without strict errors sees undefined is what we want. */
        record PassedStrictly() implements Verdict {}

        record Failed(String why) implements Verdict {}

        record Skipped(String why) implements Verdict {}
    }

    private static final EvaluationLimits LIMITS = new EvaluationLimits(5_000_000, 1_000_000, Duration.ofSeconds(20));

    /** What OPA does outside of the plan. */
    private static final Map<String, String> NOT_OF_THE_PLAN = Map.of(
            "data/toplevel integer", "OPA's store takes an integer for the text of a key; a plan does not",
            "data/nested integer", "OPA's store takes an integer for the text of a key; a plan does not",
            "inputvalues/input set", "the input is a set, which JSON cannot say");

    private final Path directory;
    private final ComplianceCase testCase;

    ComplianceRun(Path directory, ComplianceCase testCase) {
        this.directory = directory;
        this.testCase = testCase;
    }

    Verdict verdict() throws IOException {
        String elsewhere = NOT_OF_THE_PLAN.get(testCase.note());
        if (elsewhere != null) {
            return new Verdict.Skipped(elsewhere);
        }
        if (!Files.exists(directory.resolve("plan.json")) && !Files.exists(directory.resolve("refused.txt"))) {
            build();
        }
        if (!Files.exists(directory.resolve("plan.json"))) {
            return refusedByOpa(Files.readString(directory.resolve("refused.txt")));
        }
        RegoPlan plan;
        try {
            byte[] planJson = Files.readAllBytes(directory.resolve("plan.json"));
            plan = RegoPlan.load(planJson, testCase.data(), ComplianceCase.ENTRYPOINT);
        } catch (RegoPlanException refused) {
            return new Verdict.Skipped(refused.getMessage());
        }
        return compared(plan.evaluateOptional(ComplianceCase.ENTRYPOINT, input(), LIMITS));
    }

    private void build() throws IOException {
        Files.createDirectories(directory.resolve("policy"));
        List<String> modules = testCase.modules();
        for (int i = 0; i < modules.size(); i++) {
            Files.writeString(directory.resolve("policy/module" + i + ".rego"), modules.get(i));
        }
        Files.writeString(directory.resolve("policy/query.rego"), testCase.queryModule());
        OpaExecutable.Output built = OpaExecutable.run(
                directory, "build", "-t", "plan", "-e", ComplianceCase.ENTRYPOINT, "-o", "bundle.tar.gz", "policy");
        if (built.exitCode() == 0) {
            new ProcessBuilder("tar", "xzf", "bundle.tar.gz", "/plan.json")
                    .directory(directory.toFile())
                    .start()
                    .onExit()
                    .join();
        } else {
            Files.writeString(directory.resolve("refused.txt"), built.text());
        }
    }

    private static Verdict refusedByOpa(String why) {
        return new Verdict.Skipped(
                "opa build refuses it: " + why.lines().findFirst().orElse(""));
    }

    private @Nullable RegoValue input() {
        if (testCase.hasInputTerm()) {
            OpaExecutable.Output term =
                    OpaExecutable.run(directory, "eval", "-f", "json", "x = " + testCase.inputTerm());
            JsonObject result = ComplianceCase.parse(term.text());
            return RegoValue.of(result.getJsonArray("result")
                    .getJsonObject(0)
                    .getJsonObject("bindings")
                    .get("x"));
        }
        return testCase.json().containsKey("input")
                ? RegoValue.of(testCase.json().get("input"))
                : null;
    }

    private Verdict compared(Evaluation evaluation) {
        return switch (evaluation) {
            case Evaluation.Defined(RegoValue value) -> compared((RegoSet) value);
            case Evaluation.Undefined() -> compared(RegoSet.EMPTY);
            case Evaluation.BuiltinError(String builtin, String message) ->
                error("eval_builtin_error", builtin + ": " + message);
            case Evaluation.Conflict(String where) -> error("eval_conflict_error", "conflict at " + where);
            case Evaluation.SeveralResults _, Evaluation.BudgetExceeded _ ->
                new Verdict.Failed("ended with " + evaluation);
        };
    }

    private Verdict error(String code, String message) {
        if (testCase.wantsError()) {
            boolean sameKind = code.equals("eval_conflict_error")
                    == testCase.wantedErrorCode().equals("eval_conflict_error");
            return sameKind || testCase.wantedErrorCode().isEmpty()
                    ? new Verdict.Passed()
                    : new Verdict.Failed("wanted " + testCase.wantedErrorCode() + ", got " + message);
        }
        return code.equals("eval_builtin_error") ? new Verdict.PassedStrictly() : new Verdict.Failed("got " + message);
    }

    private Verdict compared(RegoSet results) {
        if (testCase.wantsError()) {
            return new Verdict.Failed("wanted " + testCase.wantedErrorCode() + ", got " + results);
        }
        if (testCase.wants("want_result")) {
            JsonArray wanted = testCase.wantedResults();
            RegoSet expected = RegoSet.of(wanted.stream().map(this::comparable).toList());
            RegoSet actual = RegoSet.of(results.sorted().slice(0, results.size()).stream()
                    .map(RegoValue::toJson)
                    .map(this::comparable)
                    .toList());
            return expected.equals(actual)
                    ? new Verdict.Passed()
                    : new Verdict.Failed("wanted " + expected + ", got " + actual);
        }
        boolean defined = testCase.json().getBoolean("want_defined", true);
        return defined == results.size() > 0
                ? new Verdict.Passed()
                : new Verdict.Failed("wanted defined: " + defined + ", got " + results);
    }

    /** With {@code sort_bindings} the order of elements does not count. */
    private RegoValue comparable(JsonValue json) {
        RegoValue value = RegoValue.of(json);
        return testCase.json().getBoolean("sort_bindings", false) ? Unordered.of(value) : value;
    }
}
