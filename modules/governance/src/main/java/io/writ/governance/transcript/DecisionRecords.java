package io.writ.governance.transcript;

import io.writ.governance.DecisionRecord;
import io.writ.governance.persistence.DecisionRows;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Optional;

/** From canonical bytes back to what a reader wants to know. */
public final class DecisionRecords {

    private DecisionRecords() {}

    /** Reads a record that {@link Scribe} wrote. */
    public static DecisionRecord read(DecisionRows.Entered entered) {
        JsonObject record = entered.canonical();
        JsonObject policy = record.containsKey("policy") ? record.getJsonObject("policy") : JsonValue.EMPTY_JSON_OBJECT;
        return new DecisionRecord(
                record.getString("record_id"),
                Instant.parse(record.getString("occurred_at")),
                record.getString("event"),
                Optional.ofNullable(record.getString("operator", null)),
                record.getString("verdict"),
                record.getString("reason"),
                record.getString("outcome"),
                record.getJsonArray("rules").getValuesAs(JsonString::getString),
                policy.getString("revision", ""),
                policy.getString("bundle_sha256", ""),
                entered.lane(),
                entered.seq(),
                entered.entryHash());
    }
}
