package io.writ.governance.policy.engine;

import io.writ.governance.Explanation;
import io.writ.governance.RuleResult;
import io.writ.governance.policy.rego.Evaluation;
import io.writ.governance.policy.rego.EvaluationLimits;
import io.writ.governance.policy.rego.RegoPlan;
import io.writ.governance.policy.rego.TracedEvaluation;
import io.writ.governance.policy.rego.value.RegoValue;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** Evaluates OPA's plan in this process. */
public final class PlanEngine implements PolicyEngine {

    /** What every bundle of ours answers. */
    public static final String ENTRYPOINT = "writ/authz/decision";

    private static final String NAME = "embedded";

    private final RegoPlan plan;
    private final JsonObject data;
    private final EvaluationLimits limits;

    private PlanEngine(RegoPlan plan, JsonObject data, EvaluationLimits limits) {
        this.plan = plan;
        this.data = data;
        this.limits = limits;
    }

    /** Compiles the plan; one that needs a builtin or a statement the evaluator lacks is refused here, not later. */
    public static PolicyEngine of(PolicyBundle bundle) {
        return of(bundle.plan(), bundle.data(), EvaluationLimits.STANDARD);
    }

    static PolicyEngine of(byte[] plan, JsonObject data, EvaluationLimits limits) {
        return new PlanEngine(RegoPlan.load(plan, data, ENTRYPOINT), data, limits);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<PolicyEngine> aside() {
        return Optional.of(this);
    }

    @Override
    public JsonObject data() {
        return data;
    }

    /** The evaluation minds the stack itself; input and answer are trees as well, and turned into others here. */
    @Override
    public Answer evaluate(JsonObject input) {
        try {
            return answer(input);
        } catch (StackOverflowError tooDeep) {
            return failed(PolicyFailure.BUDGET, new Explanation.Opaque("input or answer was too deep"));
        }
    }

    private Answer answer(JsonObject input) {
        TracedEvaluation traced = plan.trace(ENTRYPOINT, RegoValue.of(input), limits);
        Explanation explanation = explanation(traced);
        return switch (traced.evaluation()) {
            case Evaluation.Defined(var value) -> new Answer.Document(NAME, value.toJson(), explanation);
            case Evaluation.Undefined _, Evaluation.SeveralResults _ -> failed(PolicyFailure.UNDEFINED, explanation);
            case Evaluation.Conflict _, Evaluation.BuiltinError _ -> failed(PolicyFailure.ERROR, explanation);
            case Evaluation.BudgetExceeded _ -> failed(PolicyFailure.BUDGET, explanation);
        };
    }

    private static Explanation explanation(TracedEvaluation traced) {
        List<RuleResult> rules = traced.rules().stream()
                .map(rule ->
                        new RuleResult(rule.rule(), rule.location(), rule.matched(), rule.contributed(), rule.reads()))
                .toList();
        return new Explanation.Traced(rules, traced.truncated());
    }

    private static Answer failed(PolicyFailure failure, Explanation explanation) {
        return new Answer.Failed(NAME, failure, explanation);
    }
}
