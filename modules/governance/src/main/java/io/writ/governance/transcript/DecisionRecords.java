package io.writ.governance.transcript;

import io.writ.governance.DecisionRecord;
import io.writ.governance.Explanation;
import io.writ.governance.Grounds;
import io.writ.governance.disclosure.Disclosure;
import io.writ.governance.persistence.DecisionRows;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Optional;

/** From canonical bytes back to what a reader wants to know. */
public final class DecisionRecords {

    private DecisionRecords() {}

    /** Everything in a record that {@link Scribe} wrote. */
    public static DecisionRecord whole(DecisionRows.Entered entered) {
        JsonObject record = entered.canonical();
        return read(
                entered,
                policy(record, "policy").map(RecordedGrounds::whole),
                policy(record, "policy_release").map(RecordedGrounds::whole).map(Grounds::explanation));
    }

    /** The same for the caller of that time, who learns no more than was told then, and nothing of what was found. */
    public static DecisionRecord told(DecisionRows.Entered entered) {
        JsonObject record = entered.canonical();
        return read(
                entered,
                policy(record, "policy").map(RecordedGrounds::told),
                policy(record, "policy_release").map(_ -> Disclosure.WITHHELD));
    }

    /**
     * Whether whoever made the run may be given the record byte for byte. A refusal says in its bytes how policy came to
     * it, which can show what exists; so does what was found. Both are told in other words, see {@link #told}.
     */
    public static boolean isOpen(JsonObject record) {
        boolean permitted =
                !record.containsKey("policy") || record.getString("verdict", "").equals("allow");
        return permitted && !record.containsKey("policy_release");
    }

    private static DecisionRecord read(
            DecisionRows.Entered entered, Optional<Grounds> grounds, Optional<Explanation> release) {
        JsonObject record = entered.canonical();
        JsonObject policy = policy(record, "policy").orElse(JsonValue.EMPTY_JSON_OBJECT);
        return new DecisionRecord(
                record.getString("record_id"),
                record.getString("kind"),
                Optional.ofNullable(record.getString("closes", null)),
                Instant.parse(record.getString("occurred_at")),
                record.getString("event"),
                Optional.ofNullable(record.getString("operator", null)),
                record.getString("verdict"),
                record.getString("reason"),
                record.getString("outcome"),
                record.getJsonArray("rules").getValuesAs(JsonString::getString),
                policy.getString("revision", ""),
                policy.getString("bundle_sha256", ""),
                grounds.orElse(Grounds.UNASKED),
                release,
                entered.lane(),
                entered.seq(),
                entered.entryHash());
    }

    private static Optional<JsonObject> policy(JsonObject record, String name) {
        return Optional.ofNullable(record.getJsonObject(name));
    }
}
