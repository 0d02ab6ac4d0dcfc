package io.writ.governance.writ;

import io.writ.governance.SpentView;
import io.writ.ledger.InclusionOutcome;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What goes into a writ; everything else is read from the records themselves.
 *
 * @param claimMap absent after an erasure, and then {@code evidence} is too
 * @param question salt and text of the commitment, absent after an erasure
 */
public record WritDraft(
        Instant issuedAt,
        Optional<String> answer,
        Optional<JsonObject> claimMap,
        Optional<JsonArray> evidence,
        Optional<JsonObject> question,
        SpentView spent,
        List<Held> records) {

    public WritDraft {
        records = List.copyOf(records);
    }

    /**
     * A record and where its entry stands.
     *
     * @param base64 the canonical bytes; absent when the receiver may not read them
     */
    public record Held(JsonObject record, Optional<String> base64, InclusionOutcome.Proven place) {}
}
