package io.writ.app.authzen;

import io.writ.app.json.GroundsJson;
import io.writ.app.json.JsonBuilders;
import io.writ.app.rest.problem.Problem;
import io.writ.governance.DecisionView;
import io.writ.governance.Refusal;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** What came of one question. Whatever is not a permission of policy is {@code false}. */
sealed interface Verdict {

    /** Policy has spoken. */
    record Decided(DecisionView decision) implements Verdict {}

    /** There is no such thing to permit. */
    record Unanswerable(String reason) implements Verdict {}

    /** The question could not be put, or not by this caller. */
    record Failed(Refusal refusal) implements Verdict {}

    /** One of several is malformed. */
    record Malformed(String message) implements Verdict {}

    default boolean isPermit() {
        return switch (this) {
            case Decided(var decision) -> decision.allow();
            case Unanswerable _, Failed _, Malformed _ -> false;
        };
    }

    /** The wire form. */
    default JsonObject json() {
        return JsonBuilders.object()
                .add("decision", isPermit())
                .add(
                        "context",
                        switch (this) {
                            case Decided(var decision) -> context(decision);
                            case Unanswerable(var reason) ->
                                JsonBuilders.object().add("reason", reason);
                            case Failed(var refusal) -> {
                                Problem problem = Problem.of(refusal);
                                yield error(problem.type().status(), problem.message());
                            }
                            case Malformed(var message) -> error(400, message);
                        })
                .build();
    }

    private static JsonObjectBuilder context(DecisionView decision) {
        JsonObjectBuilder context = JsonBuilders.object()
                .add("reason", decision.reason())
                .add("rules", JsonBuilders.array(decision.rules()))
                .add("policy_revision", decision.policyRevision());
        decision.redaction().ifPresent(redaction -> context.add("redaction", redaction));
        GroundsJson.add(context, decision.grounds());
        return context;
    }

    private static JsonObjectBuilder error(int status, String message) {
        return JsonBuilders.object()
                .add("error", JsonBuilders.object().add("status", status).add("message", message));
    }
}
