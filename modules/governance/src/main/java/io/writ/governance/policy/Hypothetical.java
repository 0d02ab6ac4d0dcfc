package io.writ.governance.policy;

import io.writ.evidence.SharedJson;
import io.writ.governance.LeastChange;
import io.writ.governance.policy.engine.PolicyEngine;
import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * One question, to be put once more to the policy that answered it, with changes. What it says is not in force: it mints
 * no permit, and nobody records it as a decision.
 */
public final class Hypothetical {

    private final PolicyEngine engine;
    private final Provenance question;
    private final SearchLimits limits;

    Hypothetical(PolicyEngine engine, Provenance question, SearchLimits limits) {
        this.engine = engine;
        this.question = question;
        this.limits = limits;
    }

    /** The same question about something else. */
    public Hypothetical about(Resource resource) {
        return changed(SharedJson.PROVIDER
                .createObjectBuilder(question.input())
                .add("resource", InputDocument.resource(resource))
                .build());
    }

    /** What policy would say. */
    public PolicyDecision decision() {
        return answer(question.input());
    }

    /** The smallest declared changes by which a denial becomes a permission; nothing where policy declares none. */
    public Optional<LeastChange> leastChange() {
        return Openings.declaredBy(engine.data(), question.input())
                .map(openings -> new LeastChangeSearch(this::allows, openings, limits).from(question.input()));
    }

    private Hypothetical changed(JsonObject input) {
        return new Hypothetical(engine, question.about(input, question.explanation()), limits);
    }

    private boolean allows(JsonObject input) {
        return answer(input) instanceof PolicyDecision.Allow;
    }

    private PolicyDecision answer(JsonObject input) {
        return switch (SnapshotDecisionPoint.answer(engine, input)) {
            case PolicyEngine.Answer.Document(var _, var document, var explanation) ->
                DecisionReader.read(document, question.about(input, explanation));
            case PolicyEngine.Answer.Failed(var _, var failure, var explanation) ->
                new PolicyDecision.Undecided(failure.code(), question.about(input, explanation));
        };
    }
}
