package io.writ.governance.policy.remote;

import io.writ.governance.policy.engine.PolicyEngine;
import jakarta.json.JsonObject;
import java.util.Optional;

/** Answers with one engine and has the other one asked afterwards, which never delays or changes the answer. */
final class ShadowEngine implements PolicyEngine {

    private final PolicyEngine deciding;
    private final PolicyEngine shadow;
    private final Comparisons comparisons;

    ShadowEngine(PolicyEngine deciding, PolicyEngine shadow, Comparisons comparisons) {
        this.deciding = deciding;
        this.shadow = shadow;
        this.comparisons = comparisons;
    }

    @Override
    public String name() {
        return deciding.name();
    }

    @Override
    public Answer evaluate(JsonObject input) {
        Answer answer = deciding.evaluate(input);
        comparisons.compare(input, answer, shadow);
        return answer;
    }

    @Override
    public Optional<PolicyEngine> aside() {
        return deciding.aside();
    }

    @Override
    public Optional<String> problem() {
        return deciding.problem();
    }
}
