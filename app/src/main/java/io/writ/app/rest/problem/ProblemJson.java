package io.writ.app.rest.problem;

import io.writ.app.exchange.Exchange;
import io.writ.app.json.GroundsJson;
import io.writ.app.json.JsonBuilders;
import io.writ.governance.DecisionView;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** Writes a problem as RFC 9457 demands, with every member of PECR's error body beside it. */
public final class ProblemJson {

    public static final String MEDIA_TYPE = "application/problem+json";

    private ProblemJson() {}

    public static JsonObject of(Problem problem, Exchange exchange) {
        ProblemType type = problem.type();
        JsonObjectBuilder body = JsonBuilders.object()
                .add("type", type.uri())
                .add("title", type.title())
                .add("status", type.status())
                .add("detail", problem.message())
                .add("instance", "urn:writ:request:" + exchange.requestId())
                .add("code", type.code())
                .add("message", problem.message())
                .add("terminal_mode_hint", type.hint().name())
                .add("retryable", type.isRetryable());
        Guidance.of(type)
                .ifPresent(guidance -> body.add("response_kind", guidance.responseKind())
                        .add("what_failed", guidance.whatFailed())
                        .add("safe_alternative", guidance.safeAlternative()));
        body.add("traceId", exchange.traceId());
        problem.decision().ifPresent(decision -> addDecision(body, decision));
        return body.build();
    }

    private static void addDecision(JsonObjectBuilder body, DecisionView decision) {
        decision.id().ifPresent(id -> body.add("decisionId", id));
        body.add("reasonCode", decision.reason());
        body.add("rules", JsonBuilders.array(decision.rules()));
        GroundsJson.add(body, decision.grounds());
    }
}
