package io.writ.governance.policy.rego;

import io.writ.governance.policy.rego.value.RegoSet;
import io.writ.governance.policy.rego.value.RegoValue;
import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
            "data/nested integer", "OPA's store takes an integer for the text of a key; a plan does not");

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
        OpaExecutable.Output built = build();
        if (built.exitCode() != 0) {
            return refusedByOpa(built.text());
        }
        RegoPlan plan;
        try {
            byte[] planJson = BundleArchive.plan(directory.resolve("bundle.tar.gz"));
            plan = RegoPlan.load(planJson, testCase.data(), ComplianceCase.ENTRYPOINT);
        } catch (RegoPlanException refused) {
            return new Verdict.Skipped(String.valueOf(refused.getMessage())
                    .replace("; build it with --capabilities opa/capabilities.json", ""));
        }
        RegoValue input = input(plan);
        Evaluation evaluation = plan.evaluateOptional(ComplianceCase.ENTRYPOINT, input, LIMITS);
        Evaluation traced =
                plan.traceOptional(ComplianceCase.ENTRYPOINT, input, LIMITS).evaluation();
        return evaluation.equals(traced)
                ? compared(evaluation)
                : new Verdict.Failed("traced it is " + traced + ", untraced " + evaluation);
    }

    private OpaExecutable.Output build() throws IOException {
        Path policy = Files.createDirectories(directory.resolve("policy"));
        List<String> modules = testCase.modules();
        for (int i = 0; i < modules.size(); i++) {
            Files.writeString(policy.resolve("module" + i + ".rego"), modules.get(i));
        }
        Files.writeString(policy.resolve("query.rego"), testCase.queryModule());
        List<String> arguments = new ArrayList<>(List.of("build", "-t", "plan", "-e", ComplianceCase.ENTRYPOINT));
        if (testCase.hasInputTerm()) {
            arguments.addAll(List.of("-e", ComplianceCase.INPUT));
        }
        arguments.addAll(List.of("-o", "bundle.tar.gz", "policy"));
        return OpaExecutable.run(directory, arguments.toArray(String[]::new));
    }

    /** Passed, when it is what the case wants. */
    private Verdict refusedByOpa(String why) {
        boolean wanted = testCase.wantsError()
                && !testCase.wantedErrorCode().isEmpty()
                && why.contains(testCase.wantedErrorCode());
        return wanted
                ? new Verdict.Passed()
                : new Verdict.Skipped(
                        "opa build refuses it: " + why.lines().findFirst().orElse(""));
    }

    private @Nullable RegoValue input(RegoPlan plan) {
        if (testCase.hasInputTerm()) {
            return switch (plan.evaluateOptional(ComplianceCase.INPUT, null, LIMITS)) {
                case Evaluation.Defined(RegoValue value) -> value;
                case Evaluation other -> throw new IllegalStateException("the input of the case is " + other);
            };
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
