package io.writ.governance.policy.rego;

import io.writ.governance.policy.rego.value.RegoValue;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Puts the same questions to OPA and to the evaluator, and counts what came of it. */
public final class Differences {

    /** A document and the input it is asked with. */
    public record Question(String entrypoint, JsonObject input) {}

    private static final int ASKING_AT_ONCE = 4;

    private final LiveOpa opa;
    private final RegoPlan plan;
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final List<String> found = new ArrayList<>();

    public Differences(LiveOpa opa, RegoPlan plan) {
        this.opa = opa;
        this.plan = plan;
    }

    public Differences over(List<Question> questions) throws InterruptedException, ExecutionException {
        List<Future<LiveOpa.Outcome>> theirs = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(ASKING_AT_ONCE)) {
            questions.forEach(
                    question -> theirs.add(callers.submit(() -> opa.ask(question.entrypoint(), question.input()))));
        }
        for (int i = 0; i < questions.size(); i++) {
            compare(questions.get(i), theirs.get(i).get());
        }
        return this;
    }

    private void compare(Question question, LiveOpa.Outcome theirs) {
        RegoValue input = RegoValue.of(question.input());
        TracedEvaluation traced = plan.trace(question.entrypoint(), input, EvaluationLimits.STANDARD);
        Evaluation untraced = plan.evaluate(question.entrypoint(), input, EvaluationLimits.STANDARD);
        outcomes.merge(kind(theirs), 1, Integer::sum);
        boolean same = theirs.equals(outcome(untraced)) && untraced.equals(traced.evaluation());
        if (!same) {
            found.add(question + " is " + theirs + " to OPA, " + untraced + " here, traced " + traced.evaluation());
        }
    }

    /** As OPA would put it: a set becomes an array on its way through JSON. */
    private static LiveOpa.Outcome outcome(Evaluation ours) {
        return switch (ours) {
            case Evaluation.Defined(RegoValue value) -> new LiveOpa.Outcome.Defined(RegoValue.of(value.toJson()));
            case Evaluation.Undefined _ -> new LiveOpa.Outcome.Undefined();
            case Evaluation.BuiltinError _ -> new LiveOpa.Outcome.Failed("eval_builtin_error");
            case Evaluation.Conflict _ -> new LiveOpa.Outcome.Failed("eval_conflict_error");
            case Evaluation.SeveralResults _, Evaluation.BudgetExceeded _ ->
                new LiveOpa.Outcome.Failed("not an outcome of OPA: " + ours);
        };
    }

    private static String kind(LiveOpa.Outcome outcome) {
        return switch (outcome) {
            case LiveOpa.Outcome.Defined _ -> "defined";
            case LiveOpa.Outcome.Undefined _ -> "undefined";
            case LiveOpa.Outcome.Failed(String code) -> code;
        };
    }

    /** Descriptions of those questions that were answered differently. */
    public List<String> found() {
        return found;
    }

    /** How many answers of each kind there were. */
    public Map<String, Integer> outcomes() {
        return outcomes;
    }

    /** For the output of the build. */
    public void print(String policy) {
        int total = outcomes.values().stream().mapToInt(Integer::intValue).sum();
        System.out.println(
                "differential " + policy + ": " + total + " inputs " + outcomes + ", differences " + found.size());
        found.stream().limit(20).forEach(difference -> System.out.println("DIFFERENT " + difference));
    }
}
