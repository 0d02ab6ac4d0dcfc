package io.writ.app.rest;

import io.writ.app.json.JsonBuilders;
import io.writ.governance.OperatorOutcome.Answered;
import io.writ.governance.SpentView;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** The answer of {@code POST /v1/operators/{operator}}: PECR's members, then ours. */
final class OperatorJson {

    private OperatorJson() {}

    static JsonObject of(Answered answered) {
        JsonObjectBuilder json = JsonBuilders.object()
                .add("terminal_mode", answered.mode().name())
                .add("result", answered.result());
        answered.summary().ifPresent(summary -> json.add("result_summary", summary));
        json.add("policy_decision", DecisionJson.ofCall(answered.decision()));
        answered.decision().id().ifPresent(id -> json.add("decision_id", id));
        return json.add("spent", spent(answered.spent())).build();
    }

    private static JsonObject spent(SpentView spent) {
        return JsonBuilders.object()
                .add("operator_calls", spent.operatorCalls())
                .add("bytes", spent.bytes())
                .build();
    }
}
