package io.writ.governance.redaction;

import io.writ.evidence.SharedJson;
import io.writ.governance.policy.FieldRule;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.SortedSet;

/** A field rule, ready to be applied to names and to JSON. */
record FieldFilter(FieldRule rule) {

    static FieldFilter of(FieldRule rule) {
        return new FieldFilter(rule);
    }

    boolean keeps(String field) {
        return switch (rule) {
            case FieldRule.All _ -> true;
            case FieldRule.Only only -> only.names().contains(field);
            case FieldRule.Except except -> !except.names().contains(field);
        };
    }

    /** The parameters of the transform step; empty when there is nothing to remove. */
    Optional<JsonObject> params() {
        return switch (rule) {
            case FieldRule.All _ -> Optional.empty();
            case FieldRule.Only only -> Optional.of(list("allow_fields", only.names()));
            case FieldRule.Except except -> Optional.of(list("deny_fields", except.names()));
        };
    }

    /** The members whose names survive, at any depth. */
    JsonObject survivors(JsonObject content) {
        JsonObjectBuilder builder = SharedJson.PROVIDER.createObjectBuilder();
        content.forEach((name, value) -> {
            if (keeps(name)) {
                builder.add(name, survivors(value));
            }
        });
        return builder.build();
    }

    /** The names of the list that survive. */
    JsonArray survivingNames(JsonArray names) {
        JsonArrayBuilder builder = SharedJson.PROVIDER.createArrayBuilder();
        names.stream()
                .filter(name -> name instanceof JsonString string && keeps(string.getString()))
                .forEach(builder::add);
        return builder.build();
    }

    private JsonValue survivors(JsonValue value) {
        return switch (value) {
            case JsonObject object -> survivors(object);
            case JsonArray array -> {
                JsonArrayBuilder builder = SharedJson.PROVIDER.createArrayBuilder();
                array.forEach(element -> builder.add(survivors(element)));
                yield builder.build();
            }
            case JsonValue scalar -> scalar;
        };
    }

    private static JsonObject list(String member, SortedSet<String> names) {
        JsonArrayBuilder array = SharedJson.PROVIDER.createArrayBuilder();
        names.forEach(array::add);
        return SharedJson.PROVIDER.createObjectBuilder().add(member, array).build();
    }
}
