package io.writ.orchestration.schedule;

import io.writ.governance.OperatorOutcome;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;

/** One search hit: a document and a glimpse of its best line. It is not evidence until it was fetched. */
public record Hit(String objectId, String preview) {

    static List<Hit> of(OperatorOutcome.Answered answer) {
        if (!(answer.result() instanceof JsonObject result) || !(result.get("refs") instanceof JsonArray refs)) {
            return List.of();
        }
        return refs.stream()
                .filter(ref -> ref.getValueType() == JsonValue.ValueType.OBJECT)
                .map(JsonValue::asJsonObject)
                .filter(ref -> !ref.getString("object_id", "").isBlank())
                .map(ref -> new Hit(ref.getString("object_id"), ref.getString("match_preview", "")))
                .toList();
    }
}
