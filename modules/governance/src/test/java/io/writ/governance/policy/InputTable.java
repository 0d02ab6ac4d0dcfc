package io.writ.governance.policy;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** The input schema as a table for people; one row per member. */
final class InputTable {

    private final JsonObject root;
    private final List<String> rows = new ArrayList<>();

    private InputTable(JsonObject root) {
        this.root = root;
    }

    static List<String> rows(JsonObject schema) {
        InputTable table = new InputTable(schema);
        table.walk(schema, "input.");
        return table.rows;
    }

    private void walk(JsonObject schema, String at) {
        List<JsonString> required = schema.containsKey("required")
                ? schema.getJsonArray("required").getValuesAs(JsonString.class)
                : List.of();
        members(schema).forEach((name, value) -> {
            JsonObject member = value.asJsonObject();
            boolean always = required.stream().anyMatch(each -> each.getString().equals(name));
            rows.add("| `" + at + name + "` | " + told(member) + " | " + (always ? "yes" : "no") + " |");
            if (member.containsKey("$ref")) {
                walk(resolved(member), at + name + ".");
            } else if (member.get("items") instanceof JsonObject each) {
                walk(each, at + name + "[_].");
            } else {
                walk(member, at + name + ".");
            }
        });
    }

    private static JsonObject members(JsonObject schema) {
        return schema.get("properties") instanceof JsonObject properties ? properties : JsonValue.EMPTY_JSON_OBJECT;
    }

    private JsonObject resolved(JsonObject reference) {
        return root.getValue(reference.getString("$ref").substring(1)).asJsonObject();
    }

    private static String told(JsonObject member) {
        if (member.get("enum") instanceof JsonArray values) {
            return String.join(", ", values.getValuesAs((JsonString value) -> "`" + value.getString() + "`"));
        }
        if (member.get("items") instanceof JsonObject each) {
            return each.containsKey("$ref")
                    ? "list of objects, each as `resource`"
                    : "list of " + each.getString("type") + "s";
        }
        if (member.get("additionalProperties") instanceof JsonObject each) {
            return "object of " + each.getString("type") + "s";
        }
        boolean free = JsonValue.TRUE.equals(member.get("additionalProperties"));
        return free
                ? "object, free members"
                : member.getString("type", member.containsKey("$ref") ? "object" : "anything");
    }
}
