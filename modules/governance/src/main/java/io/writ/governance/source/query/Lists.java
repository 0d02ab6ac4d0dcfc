package io.writ.governance.source.query;

import io.writ.evidence.SharedJson;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The normal forms of lists and filters. */
final class Lists {

    /** No shipped view is wider, and no line of text satisfies more words. */
    static final int ELEMENTS_MAX = 32;

    private Lists() {}

    /** Field names: an array of strings or one comma-separated string; sorted, each once. */
    static List<String> fields(Params params, String name) {
        List<String> fields = strings(params, name).stream()
                .map(raw -> Words.identifier(name, raw))
                .sorted()
                .distinct()
                .toList();
        if (params.value(name).isPresent()) {
            params.normalise(name, array(fields));
        }
        return fields;
    }

    /** Search terms: an array of strings or one comma-separated string, in the order given. */
    static List<String> terms(Params params, String name) {
        List<String> terms = strings(params, name).stream()
                .map(raw -> Words.searchText(name, raw))
                .distinct()
                .toList();
        if (params.value(name).isPresent()) {
            params.normalise(name, array(terms));
        }
        return terms;
    }

    /** Equality filters, by field name; two spellings of one field are refused, since only one could be honoured. */
    static Map<String, String> filter(Params params, String name) {
        Map<String, String> filter = new TreeMap<>();
        Optional<JsonValue> value = params.value(name);
        if (value.isEmpty()) {
            return filter;
        }
        if (!(value.get() instanceof JsonObject written) || written.size() > ELEMENTS_MAX) {
            throw new InvalidParams(name, "must be an object of at most " + ELEMENTS_MAX + " members");
        }
        written.forEach((key, wanted) -> {
            if (!(wanted instanceof JsonString text)) {
                throw new InvalidParams(name, "values must be strings");
            }
            String field = Words.identifier(name, key);
            if (filter.put(field, Words.value(name, text.getString())) != null) {
                throw new InvalidParams(name, "names the field " + field + " twice");
            }
        });
        params.normalise(
                name,
                SharedJson.PROVIDER.createObjectBuilder(Map.copyOf(filter)).build());
        return filter;
    }

    static JsonArray array(Collection<String> texts) {
        return SharedJson.PROVIDER.createArrayBuilder(texts).build();
    }

    private static List<String> strings(Params params, String name) {
        List<String> strings =
                params.value(name).map(value -> parts(name, value)).orElse(List.of());
        if (strings.size() > ELEMENTS_MAX) {
            throw new InvalidParams(name, "must have at most " + ELEMENTS_MAX + " elements");
        }
        if (strings.stream().anyMatch(String::isBlank)) {
            throw new InvalidParams(name, "must not contain blank elements");
        }
        return strings;
    }

    private static List<String> parts(String name, JsonValue value) {
        if (value instanceof JsonString text) {
            return Arrays.asList(text.getString().split(",", -1));
        }
        if (!(value instanceof JsonArray array)) {
            throw new InvalidParams(name, "must be a list of strings or one comma-separated string");
        }
        List<String> parts = new ArrayList<>();
        for (JsonValue element : array) {
            if (!(element instanceof JsonString text)) {
                throw new InvalidParams(name, "must contain strings only");
            }
            parts.add(text.getString());
        }
        return parts;
    }
}
