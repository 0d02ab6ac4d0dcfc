package io.writ.governance.policy;

import io.writ.evidence.SharedJson;
import io.writ.governance.LeastChange.Change;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads and changes JSON by pointer, without the exceptions that the library's own pointers throw at a missing member. */
final class JsonPaths {

    /** A part of a pointer that stands in the question, for instance the tenant. */
    private static final Pattern TAKEN_FROM_QUESTION = Pattern.compile("\\{(/[^{}]*)\\}");

    private JsonPaths() {}

    static JsonValue text(String value) {
        return SharedJson.PROVIDER.createValue(value);
    }

    /** What the pointer names; nothing when there is no such member. */
    static Optional<JsonValue> read(JsonValue document, String pointer) {
        return all(document, pointer).stream().findFirst();
    }

    /** Everything that the pointer names, in which {@code *} stands for each element or member. */
    static List<JsonValue> all(JsonValue document, String pointer) {
        List<JsonValue> found = List.of(document);
        for (String name : names(pointer)) {
            found = found.stream().flatMap(value -> members(value, name)).toList();
        }
        return found;
    }

    /** The pointer with its open parts taken from the question; nothing when the question lacks one of them. */
    static Optional<String> filled(String pointer, JsonObject question) {
        Matcher open = TAKEN_FROM_QUESTION.matcher(pointer);
        StringBuilder filled = new StringBuilder();
        while (open.find()) {
            if (!(read(question, open.group(1)).orElse(JsonValue.NULL) instanceof JsonString text)) {
                return Optional.empty();
            }
            open.appendReplacement(filled, Matcher.quoteReplacement(escaped(text.getString())));
        }
        return Optional.of(open.appendTail(filled).toString());
    }

    /** The document with the change made. */
    static JsonObject changed(JsonObject document, Change change) {
        return changed(document, names(change.pointer()), change.to()).asJsonObject();
    }

    private static JsonValue changed(JsonValue value, List<String> path, Optional<JsonValue> to) {
        return switch (value.getValueType()) {
            case OBJECT -> inObject(value.asJsonObject(), path, to);
            case ARRAY -> inArray(value.asJsonArray(), path, to);
            case STRING, NUMBER, TRUE, FALSE, NULL -> value;
        };
    }

    private static JsonValue inObject(JsonObject object, List<String> path, Optional<JsonValue> to) {
        String name = path.getFirst();
        JsonObjectBuilder changed = SharedJson.PROVIDER.createObjectBuilder(object);
        if (path.size() > 1) {
            Optional.ofNullable(object.get(name))
                    .ifPresent(inner -> changed.add(name, changed(inner, path.subList(1, path.size()), to)));
        } else if (to.isPresent()) {
            changed.add(name, to.get());
        } else {
            changed.remove(name);
        }
        return changed.build();
    }

    /**
     * An element added at the end, put in the place of another, or taken away; one that is not there changes nothing.
     * Lists of a question are lists of texts, so nothing is nested in one.
     */
    private static JsonValue inArray(JsonArray array, List<String> path, Optional<JsonValue> to) {
        JsonArrayBuilder changed = SharedJson.PROVIDER.createArrayBuilder(array);
        if (path.getFirst().equals("-")) {
            to.ifPresent(changed::add);
            return changed.build();
        }
        IntStream.range(0, array.size())
                .filter(index -> path.getFirst().equals(Integer.toString(index)))
                .forEach(index -> to.ifPresentOrElse(value -> changed.set(index, value), () -> changed.remove(index)));
        return changed.build();
    }

    private static Stream<JsonValue> members(JsonValue value, String name) {
        return switch (value.getValueType()) {
            case OBJECT ->
                name.equals("*")
                        ? value.asJsonObject().values().stream()
                        : Stream.ofNullable(value.asJsonObject().get(name));
            case ARRAY -> name.equals("*") ? value.asJsonArray().stream() : Stream.of();
            case STRING, NUMBER, TRUE, FALSE, NULL -> Stream.of();
        };
    }

    private static List<String> names(String pointer) {
        return Stream.of(pointer.split("/", -1))
                .skip(1)
                .map(name -> name.replace("~1", "/").replace("~0", "~"))
                .toList();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
