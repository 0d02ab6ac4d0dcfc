package io.writ.governance.policy;

import io.writ.governance.LeastChange.Change;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What of a question policy declares open to change, as single changes of this question, in the order of the
 * declaration. The declaration is data, {@code explainable} beside the grants: what is not in it is never tried.
 */
record Openings(List<Change> changes) {

    Openings {
        changes = List.copyOf(changes);
    }

    /** Nothing where policy declares nothing. */
    static Optional<Openings> declaredBy(JsonObject data, JsonObject question) {
        JsonValue authz = JsonPaths.read(data, "/writ/authz").orElse(JsonValue.EMPTY_JSON_OBJECT);
        if (!(authz instanceof JsonObject grants) || !(grants.get("explainable") instanceof JsonArray declared)) {
            return Optional.empty();
        }
        List<Change> changes = new ArrayList<>();
        for (JsonValue each : declared) {
            if (each instanceof JsonObject opening) {
                changes.addAll(changes(opening, grants, question));
            }
        }
        return Optional.of(new Openings(changes));
    }

    private static List<Change> changes(JsonObject opening, JsonObject grants, JsonObject question) {
        String pointer = opening.getString("pointer", "");
        if (!pointer.startsWith("/")) {
            return List.of();
        }
        Optional<JsonValue> present = JsonPaths.read(question, pointer);
        return switch (opening.getString("change", "")) {
            case "set" -> set(pointer, present, values(opening, grants, question));
            case "add" -> added(pointer, present, values(opening, grants, question));
            case "remove" -> removed(pointer, present, opening.getInt("at_least", 0));
            default -> List.of();
        };
    }

    private static List<Change> set(String pointer, Optional<JsonValue> present, List<JsonValue> values) {
        return values.stream()
                .filter(value -> !present.equals(Optional.of(value)))
                .map(value -> new Change(pointer, present, Optional.of(value)))
                .toList();
    }

    private static List<Change> added(String pointer, Optional<JsonValue> present, List<JsonValue> values) {
        return present.filter(JsonArray.class::isInstance)
                .map(JsonValue::asJsonArray)
                .map(list -> values.stream()
                        .filter(value -> !list.contains(value))
                        .map(value -> new Change(pointer + "/-", Optional.empty(), Optional.of(value)))
                        .toList())
                .orElse(List.of());
    }

    /** One element less, unless too few would be left: a question about no field at all is another question. */
    private static List<Change> removed(String pointer, Optional<JsonValue> present, int atLeast) {
        List<Change> changes = new ArrayList<>();
        if (present.isPresent() && present.get() instanceof JsonArray list && list.size() > atLeast) {
            for (int index = 0; index < list.size(); index++) {
                changes.add(new Change(pointer + "/" + index, Optional.of(list.get(index)), Optional.empty()));
            }
        }
        return changes;
    }

    /** Written out, or found in the data: the elements of a list there, or the names of an object's members. */
    private static List<JsonValue> values(JsonObject opening, JsonObject grants, JsonObject question) {
        if (opening.get("values") instanceof JsonArray written) {
            return written.stream().distinct().toList();
        }
        return texts(opening.getOrDefault("values_of", JsonValue.EMPTY_JSON_ARRAY))
                .flatMap(pointer -> JsonPaths.filled(pointer, question).stream())
                .flatMap(pointer -> JsonPaths.all(grants, pointer).stream())
                .flatMap(Openings::names)
                .distinct()
                .toList();
    }

    private static Stream<JsonValue> names(JsonValue found) {
        return switch (found.getValueType()) {
            case ARRAY -> found.asJsonArray().stream().filter(JsonString.class::isInstance);
            case OBJECT -> found.asJsonObject().keySet().stream().sorted().map(JsonPaths::text);
            case STRING, NUMBER, TRUE, FALSE, NULL -> Stream.of();
        };
    }

    private static Stream<String> texts(JsonValue value) {
        return value instanceof JsonArray list
                ? list.stream().filter(JsonString.class::isInstance).map(text -> ((JsonString) text).getString())
                : Stream.of();
    }
}
