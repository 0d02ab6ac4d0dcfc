package io.writ.app.rest;

import io.writ.app.json.JsonBuilders;
import io.writ.evidence.ClaimMap;
import io.writ.evidence.ClaimMapJson;
import io.writ.evidence.JudgedClaimMap;
import io.writ.governance.FinalizeOutcome.Finalized;
import jakarta.json.JsonObjectBuilder;

/** The members that a finalization and a run have in common. */
final class FinalizedJson {

    private FinalizedJson() {}

    static JsonObjectBuilder of(Finalized finalized) {
        return JsonBuilders.object()
                .add("terminal_mode", finalized.outcome().mode().name())
                .add("trace_id", finalized.traceId())
                .add("claim_map", ClaimMapJson.write(judged(finalized)))
                .add("response_text", finalized.responseText());
    }

    private static JudgedClaimMap judged(Finalized finalized) {
        ClaimMap submitted = finalized.submitted();
        return new JudgedClaimMap(
                submitted.id(),
                finalized.outcome().mode(),
                finalized.claims(),
                finalized.coverageThreshold(),
                finalized.coverageObserved(),
                submitted.clarification(),
                submitted.notes());
    }
}
