package io.writ.governance.desk;

import io.writ.evidence.SharedJson;
import io.writ.governance.FieldVocabulary;
import io.writ.governance.ViewVocabulary;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Policy's advice on what may be asked, completed with the words of the catalogue as in PECR v1:
 * lists are trimmed and free of repetition, fields of the named views are added, document scopes come with hints.
 */
final class Advice {

    private static final Set<String> LISTS = Set.of(
            "scope_labels",
            "examples",
            "view_ids",
            "field_labels",
            "dimension_labels",
            "source_scopes",
            "document_hints");

    private static final List<String> DEFAULT_HINTS =
            List.of("name the document or its topic", "quote a word that stands in the text");

    private final JsonObject given;
    private final List<ViewVocabulary> views;

    /**
     * @param given what policy advised
     * @param views the views this caller may read, fields already narrowed
     */
    Advice(JsonObject given, List<ViewVocabulary> views) {
        this.given = given;
        this.views = views;
    }

    /** One list, complete. */
    List<String> list(String name) {
        return switch (name) {
            case "field_labels" -> distinct(Stream.concat(written(name), fields(FieldVocabulary::filterable)));
            case "dimension_labels" -> distinct(Stream.concat(written(name), fields(FieldVocabulary::groupable)));
            case "document_hints" -> hints();
            default -> distinct(written(name));
        };
    }

    /** The whole advice as a document; members that nobody knows pass through. */
    JsonObject document() {
        JsonObjectBuilder document = SharedJson.PROVIDER.createObjectBuilder();
        given.forEach((name, value) -> {
            if (!LISTS.contains(name)) {
                document.add(name, value);
            }
        });
        LISTS.stream().sorted().forEach(name -> {
            List<String> values = list(name);
            if (!values.isEmpty()) {
                document.add(name, SharedJson.PROVIDER.createArrayBuilder(values));
            }
        });
        return document.build();
    }

    private List<String> hints() {
        List<String> hints = distinct(written("document_hints"));
        boolean scoped = written("source_scopes").findAny().isPresent();
        return hints.isEmpty() && scoped ? DEFAULT_HINTS : hints;
    }

    private Stream<String> fields(Predicate<FieldVocabulary> wanted) {
        List<String> named = list("view_ids");
        List<String> fields = new ArrayList<>();
        views.stream()
                .filter(view -> named.contains(view.viewId()))
                .forEach(view -> view.fields().stream()
                        .filter(wanted)
                        .map(FieldVocabulary::name)
                        .forEach(fields::add));
        return fields.stream();
    }

    private Stream<String> written(String name) {
        JsonValue value = given.getOrDefault(name, JsonValue.EMPTY_JSON_ARRAY);
        return value.getValueType() == JsonValue.ValueType.ARRAY
                ? value.asJsonArray().stream()
                        .filter(JsonString.class::isInstance)
                        .map(text -> ((JsonString) text).getString())
                : Stream.empty();
    }

    private static List<String> distinct(Stream<String> texts) {
        Map<String, String> distinct = new LinkedHashMap<>();
        texts.map(String::strip)
                .filter(text -> !text.isEmpty())
                .forEach(text -> distinct.putIfAbsent(text.toLowerCase(Locale.ROOT), text));
        return List.copyOf(distinct.values());
    }
}
