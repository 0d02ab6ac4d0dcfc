package io.writ.governance.policy.check;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Holds a value against a JSON schema, for the keywords that the schemas in {@code opa/schemas} use. */
public final class SchemaFit {

    private final JsonObject root;
    private final List<String> problems = new ArrayList<>();

    private SchemaFit(JsonObject root) {
        this.root = root;
    }

    /** Every place where the value is not what the schema says. */
    public static List<String> problems(JsonObject schema, JsonValue value) {
        SchemaFit check = new SchemaFit(schema);
        check.check(schema, value, "");
        return check.problems;
    }

    private void check(JsonObject schema, JsonValue value, String at) {
        if (schema.containsKey("$ref")) {
            check(root.getValue(schema.getString("$ref").substring(1)).asJsonObject(), value, at);
            return;
        }
        if (schema.containsKey("type") && !hasType(schema.getString("type"), value)) {
            problems.add(at + " is no " + schema.getString("type"));
            return;
        }
        if (schema.containsKey("enum") && !schema.getJsonArray("enum").contains(value)) {
            problems.add(at + " is none of " + schema.get("enum"));
        }
        switch (value.getValueType()) {
            case OBJECT -> checkMembers(schema, value.asJsonObject(), at);
            case ARRAY -> checkElements(schema, value.asJsonArray(), at);
            case STRING -> checkThat(((JsonString) value).getString().length() >= schema.getInt("minLength", 0), at);
            case NUMBER ->
                checkThat(((JsonNumber) value).doubleValue() >= schema.getInt("minimum", Integer.MIN_VALUE), at);
            case TRUE, FALSE, NULL -> {}
        }
    }

    private void checkThat(boolean holds, String at) {
        if (!holds) {
            problems.add(at + " is too small");
        }
    }

    private void checkMembers(JsonObject schema, JsonObject members, String at) {
        for (JsonValue name :
                schema.getOrDefault("required", JsonValue.EMPTY_JSON_ARRAY).asJsonArray()) {
            if (!members.containsKey(((JsonString) name).getString())) {
                problems.add(at + " lacks " + name);
            }
        }
        JsonObject known =
                schema.getOrDefault("properties", JsonValue.EMPTY_JSON_OBJECT).asJsonObject();
        JsonValue others = schema.getOrDefault("additionalProperties", JsonValue.TRUE);
        members.forEach((name, value) -> {
            String place = at + "/" + name;
            if (known.containsKey(name)) {
                check(known.getJsonObject(name), value, place);
            } else if (others instanceof JsonObject each) {
                check(each, value, place);
            } else if (others.equals(JsonValue.FALSE)) {
                problems.add(place + " is unknown");
            }
        });
    }

    private void checkElements(JsonObject schema, JsonArray elements, String at) {
        if (schema.containsKey("items")) {
            for (int index = 0; index < elements.size(); index++) {
                check(schema.getJsonObject("items"), elements.get(index), at + "/" + index);
            }
        }
        if (schema.getBoolean("uniqueItems", false) && new HashSet<>(elements).size() < elements.size()) {
            problems.add(at + " names something twice");
        }
    }

    private static boolean hasType(String type, JsonValue value) {
        return switch (type) {
            case "object" -> value instanceof JsonObject;
            case "array" -> value instanceof JsonArray;
            case "string" -> value instanceof JsonString;
            case "integer" -> value instanceof JsonNumber number && number.isIntegral();
            case "boolean" -> value.equals(JsonValue.TRUE) || value.equals(JsonValue.FALSE);
            default -> throw new IllegalArgumentException("this check does not know the type " + type);
        };
    }
}
