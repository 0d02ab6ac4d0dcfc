package io.writ.governance.policy.rego;

import io.writ.governance.policy.rego.value.RegoValue;
import jakarta.json.JsonObject;
import java.util.Set;

/** A compiled policy with its data: immutable, for any number of threads at once. */
public final class RegoPlan {

    private final Set<String> entrypoints;

    private RegoPlan(Set<String> entrypoints) {
        this.entrypoints = entrypoints;
    }

    /**
     * Compiles the plan of {@code opa build -t plan}.
     *
     * @param entrypoints those the caller will ask for; a plan without one of them is refused
     * @throws RegoPlanException when the plan cannot be read, or needs what this evaluator lacks
     */
    public static RegoPlan load(byte[] planJson, JsonObject data, String... entrypoints) {
        if (planJson.length == 0) {
            throw new RegoPlanException("the plan is empty; rebuild it with opa build -t plan");
        }
        return new RegoPlan(Set.of(entrypoints));
    }

    /** Names of what can be asked for, for instance {@code writ/authz/decision}. */
    public Set<String> entrypoints() {
        return entrypoints;
    }

    /**
     * Evaluates one entry point. Never throws for reasons of policy or input.
     *
     * @throws IllegalArgumentException when the plan has no such entry point
     */
    public Evaluation evaluate(String entrypoint, RegoValue input, EvaluationLimits limits) {
        if (!entrypoints.contains(entrypoint)) {
            throw new IllegalArgumentException("no entry point " + entrypoint);
        }
        return new Evaluation.Undefined();
    }
}
