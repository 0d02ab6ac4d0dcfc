package io.writ.app.rest;

import io.writ.app.json.JsonBuilders;
import io.writ.evidence.EvidenceJson;
import io.writ.orchestration.RunOutcome.Finished;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** The answer of {@code POST /v1/run}: PECR's members, then the session and the evidence that carries the answer. */
final class RunJson {

    private RunJson() {}

    static JsonObject of(Finished finished) {
        JsonObjectBuilder json = FinalizedJson.of(finished.finalized());
        if (finished.partial()) {
            json.add("response_kind", "partial_answer");
        } else if (finished.clarification().isPresent()) {
            json.add("response_kind", "ambiguous");
        }
        JsonArrayBuilder units = JsonBuilders.array();
        finished.evidence().forEach(unit -> units.add(EvidenceJson.write(unit)));
        return json.add("session_id", finished.session().value())
                .add("evidence_units", units)
                .build();
    }
}
