package io.writ.governance.policy.bundle;

import io.writ.governance.policy.bundle.source.BundleFlaw;
import io.writ.governance.policy.engine.PlanEngine;
import io.writ.governance.policy.engine.PolicyBundle;
import io.writ.governance.policy.engine.PolicyEngine;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;

/**
 * Asks a bundle the questions that it carries in its manifest, before anybody else may ask it. They find a bundle that was
 * built wrongly or that this evaluator reads differently; they are no defence against its author.
 */
final class Canaries implements ActivationCheck {

    @Override
    public Optional<String> objection(Candidate candidate) {
        JsonArray canaries = of(candidate.bundle());
        if (canaries.isEmpty()) {
            return Optional.empty();
        }
        PolicyEngine engine = PlanEngine.of(candidate.bundle());
        return canaries.stream()
                .map(canary -> objection(canary, engine))
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public BundleFlaw flaw() {
        return BundleFlaw.CANARY;
    }

    /** Empty for a bundle without. */
    static JsonArray of(PolicyBundle bundle) {
        return bundle.manifest().get("metadata") instanceof JsonObject metadata
                        && metadata.get("canaries") instanceof JsonArray canaries
                ? canaries
                : JsonValue.EMPTY_JSON_ARRAY;
    }

    private static Optional<String> objection(JsonValue canary, PolicyEngine engine) {
        if (!(canary instanceof JsonObject members)
                || !(members.get("input") instanceof JsonObject input)
                || !(members.get("expect") instanceof JsonObject expected)
                || expected.isEmpty()) {
            return Optional.of("a canary of the bundle lacks its input or what is expected");
        }
        String name = members.getString("name", "without a name");
        return switch (engine.evaluate(input)) {
            case PolicyEngine.Answer.Document(var _, var answer, var _) when fits(answer, expected) -> Optional.empty();
            case PolicyEngine.Answer.Document _ ->
                Optional.of("the canary " + name + " is answered otherwise than the bundle promises");
            case PolicyEngine.Answer.Failed(var _, var failure, var _) ->
                Optional.of("the canary " + name + " is not answered: " + failure.code());
        };
    }

    private static boolean fits(JsonValue answer, JsonObject expected) {
        return answer instanceof JsonObject document && document.entrySet().containsAll(expected.entrySet());
    }
}
