package io.writ.governance.writ;

import io.writ.evidence.SharedJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;

/** What everybody who may see a run is told of each record of it, taken from the record word for word. */
final class DecisionSummary {

    private static final List<String> TEXTS =
            List.of("event", "kind", "occurred_at", "operator", "outcome", "reason", "record_id", "verdict");

    private static final String AFTER_END = "after_end";

    private static final List<String> POLICY = List.of("bundle_sha256", "revision");

    private DecisionSummary() {}

    static JsonObject of(JsonObject record) {
        JsonObjectBuilder summary = texts(record, TEXTS);
        if (record.get("policy") instanceof JsonObject policy) {
            summary.add("policy", texts(policy, POLICY));
        }
        if (isAfterEnd(record)) {
            summary.add(AFTER_END, JsonValue.TRUE);
        }
        return summary.build();
    }

    /** Whether a record, or its summary, says that its run had ended before. */
    static boolean isAfterEnd(JsonObject record) {
        return JsonValue.TRUE.equals(record.get(AFTER_END));
    }

    /** Whether a summary whose record is withheld has at least the form of one. */
    static boolean isPlausible(JsonObject summary) {
        return summary.entrySet().stream().allMatch(member -> isKnown(member.getKey(), member.getValue()));
    }

    private static boolean isKnown(String name, JsonValue value) {
        return switch (name) {
            case "policy" -> isPolicy(value);
            case AFTER_END -> JsonValue.TRUE.equals(value);
            default -> TEXTS.contains(name) && value instanceof JsonString;
        };
    }

    private static boolean isPolicy(JsonValue value) {
        return value instanceof JsonObject policy && POLICY.containsAll(policy.keySet());
    }

    private static JsonObjectBuilder texts(JsonObject from, List<String> names) {
        JsonObjectBuilder to = SharedJson.PROVIDER.createObjectBuilder();
        for (String name : names) {
            if (from.get(name) instanceof JsonString text) {
                to.add(name, text);
            }
        }
        return to;
    }
}
