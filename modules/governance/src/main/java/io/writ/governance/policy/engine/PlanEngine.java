package io.writ.governance.policy.engine;

import io.writ.governance.Explanation;
import io.writ.governance.policy.rego.Evaluation;
import io.writ.governance.policy.rego.EvaluationLimits;
import io.writ.governance.policy.rego.RegoPlan;
import io.writ.governance.policy.rego.value.RegoValue;
import jakarta.json.JsonObject;

/** Evaluates OPA's plan in this process. */
public final class PlanEngine implements PolicyEngine {

    /** What every bundle of ours answers. */
    public static final String ENTRYPOINT = "writ/authz/decision";

    private static final String NAME = "embedded";

    private final RegoPlan plan;
    private final EvaluationLimits limits;

    private PlanEngine(RegoPlan plan, EvaluationLimits limits) {
        this.plan = plan;
        this.limits = limits;
    }

    /** Compiles the plan; one that needs a builtin or a statement the evaluator lacks is refused here, not later. */
    public static PolicyEngine of(PolicyBundle bundle) {
        return of(bundle.plan(), bundle.data(), EvaluationLimits.STANDARD);
    }

    static PolicyEngine of(byte[] plan, JsonObject data, EvaluationLimits limits) {
        return new PlanEngine(RegoPlan.load(plan, data, ENTRYPOINT), limits);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Answer evaluate(JsonObject input) {
        Explanation explanation = new Explanation.Opaque("not traced");
        return switch (plan.evaluate(ENTRYPOINT, RegoValue.of(input), limits)) {
            case Evaluation.Defined(var value) -> new Answer.Document(NAME, value.toJson(), explanation);
            case Evaluation.Undefined _, Evaluation.SeveralResults _ -> failed(PolicyFailure.UNDEFINED, explanation);
            case Evaluation.Conflict _, Evaluation.BuiltinError _ -> failed(PolicyFailure.ERROR, explanation);
            case Evaluation.BudgetExceeded _ -> failed(PolicyFailure.BUDGET, explanation);
        };
    }

    private static Answer failed(PolicyFailure failure, Explanation explanation) {
        return new Answer.Failed(NAME, failure, explanation);
    }
}
