package io.writ.governance.transcript;

import io.writ.governance.Explanation;
import io.writ.governance.Grounds;
import io.writ.governance.LeastChange;
import io.writ.governance.LeastChange.Change;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** From the canonical text of a decision back to how it came about. */
final class RecordedGrounds {

    private static final Explanation NOT_KEPT =
            new Explanation.Opaque("recorded before explanations were kept, or by a version that this one cannot read");

    private RecordedGrounds() {}

    /** Everything that is recorded of one decision of policy. */
    static Grounds whole(JsonObject policy) {
        return new Grounds(explanation(policy, "explanation"), leastChange(policy));
    }

    /** What its caller was told, when that was recorded as something else. */
    static Grounds told(JsonObject policy) {
        String name = policy.containsKey("told") ? "told" : "explanation";
        return new Grounds(explanation(policy, name), leastChange(policy));
    }

    private static Explanation explanation(JsonObject policy, String name) {
        if (!(policy.get(name) instanceof JsonObject text) || text.getInt("version", 0) != ExplanationText.VERSION) {
            return NOT_KEPT;
        }
        return text.containsKey("opaque") ? new Explanation.Opaque(text.getString("opaque")) : RecordedRules.of(text);
    }

    private static Optional<LeastChange> leastChange(JsonObject policy) {
        return Optional.ofNullable(policy.getJsonObject("least_change"))
                .map(found -> new LeastChange(
                        found.getJsonArray("alternatives").getValuesAs(RecordedGrounds::together),
                        found.getBoolean("complete")));
    }

    private static List<Change> together(JsonValue changes) {
        JsonArray array = changes.asJsonArray();
        return array.getValuesAs(RecordedGrounds::change);
    }

    private static Change change(JsonValue value) {
        JsonObject change = value.asJsonObject();
        return new Change(
                change.getString("pointer"),
                Optional.ofNullable(change.get("from")),
                Optional.ofNullable(change.get("to")));
    }
}
