package io.writ.app.rest;

import io.writ.app.json.GroundsJson;
import io.writ.app.json.JsonBuilders;
import io.writ.governance.DecisionView;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/** The two wire forms of a policy decision. */
final class DecisionJson {

    private DecisionJson() {}

    /** Beside an operator's result: members that have nothing to say are null. */
    static JsonObject ofCall(DecisionView decision) {
        return JsonBuilders.object()
                .add("allow", decision.allow())
                .add("cacheable", decision.cacheable())
                .add("reason", decision.reason())
                .add(
                        "redaction",
                        decision.redaction().map(JsonValue.class::cast).orElse(JsonValue.NULL))
                .build();
    }

    /** The answer to a simulation: members that have nothing to say are absent. */
    static JsonObject ofSimulation(DecisionView decision) {
        JsonObjectBuilder json = JsonBuilders.object()
                .add("allow", decision.allow())
                .add("cacheable", decision.cacheable())
                .add("reason", decision.reason());
        decision.redaction().ifPresent(redaction -> json.add("redaction", redaction));
        decision.narrowing().ifPresent(narrowing -> json.add("narrowing", narrowing));
        json.add("rules", JsonBuilders.array(decision.rules())).add("policy_revision", decision.policyRevision());
        GroundsJson.add(json, decision.grounds());
        return json.build();
    }
}
