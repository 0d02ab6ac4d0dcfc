package io.writ.governance.policy;

import io.writ.governance.policy.rego.Evaluation;
import io.writ.governance.policy.rego.EvaluationLimits;
import io.writ.governance.policy.rego.RegoPlan;
import io.writ.governance.policy.rego.value.RegoValue;
import jakarta.json.JsonObject;

/** Evaluates OPA's plan in this process. */
final class PlanEngine implements PolicyEngine {

    private final RegoPlan plan;
    private final EvaluationLimits limits;

    private PlanEngine(RegoPlan plan, EvaluationLimits limits) {
        this.plan = plan;
        this.limits = limits;
    }

    /** Compiles the plan; one that needs a builtin or a statement the evaluator lacks is refused here, not later. */
    static PolicyEngine of(byte[] plan, JsonObject data) {
        return of(plan, data, EvaluationLimits.STANDARD);
    }

    static PolicyEngine of(byte[] plan, JsonObject data, EvaluationLimits limits) {
        return new PlanEngine(RegoPlan.load(plan, data, EmbeddedDecisionPoint.ENTRYPOINT), limits);
    }

    @Override
    public String name() {
        return "embedded";
    }

    @Override
    public Answer evaluate(JsonObject input) {
        return switch (plan.evaluate(EmbeddedDecisionPoint.ENTRYPOINT, RegoValue.of(input), limits)) {
            case Evaluation.Defined(var value) -> new Answer.Document(value.toJson());
            case Evaluation.Undefined _, Evaluation.SeveralResults _ -> new Answer.Failed(PolicyFailure.UNDEFINED);
            case Evaluation.Conflict _, Evaluation.BuiltinError _ -> new Answer.Failed(PolicyFailure.ERROR);
            case Evaluation.BudgetExceeded _ -> new Answer.Failed(PolicyFailure.BUDGET);
        };
    }
}
