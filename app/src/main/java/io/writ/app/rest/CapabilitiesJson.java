package io.writ.app.rest;

import io.writ.app.json.JsonBuilders;
import io.writ.governance.Capabilities;
import io.writ.governance.Capability;
import io.writ.governance.CollectionVocabulary;
import io.writ.governance.FieldVocabulary;
import io.writ.governance.ViewVocabulary;
import io.writ.governance.Withheld;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What may be asked. Lists with nothing in them are left out. */
final class CapabilitiesJson {

    private CapabilitiesJson() {}

    /** PECR's catalogue. */
    static JsonObjectBuilder catalogue(Capabilities capabilities) {
        JsonObjectBuilder json = JsonBuilders.object();
        addAll(json, "capabilities", capabilities.entries(), CapabilitiesJson::entry);
        addTexts(json, "suggested_queries", suggestions(capabilities));
        return json;
    }

    /** The same with the words a planner needs, and with what is withheld. */
    static JsonObjectBuilder vocabulary(Capabilities capabilities) {
        JsonObjectBuilder json = catalogue(capabilities);
        addAll(json, "views", capabilities.views(), CapabilitiesJson::view);
        addAll(json, "collections", capabilities.collections(), CapabilitiesJson::collection);
        addAll(json, "withheld", capabilities.withheld(), CapabilitiesJson::withheld);
        return json;
    }

    private static List<String> suggestions(Capabilities capabilities) {
        Map<String, String> union = new LinkedHashMap<>();
        capabilities.entries().stream()
                .flatMap(entry -> entry.examples().stream())
                .forEach(example -> union.putIfAbsent(example.toLowerCase(Locale.ROOT), example));
        return List.copyOf(union.values());
    }

    private static JsonObjectBuilder entry(Capability entry) {
        JsonObjectBuilder json = JsonBuilders.object()
                .add("capability_id", entry.id())
                .add("intent", entry.id())
                .add("title", entry.title())
                .add("description", entry.description());
        addTexts(json, "examples", entry.examples());
        addTexts(json, "scope_labels", entry.scopeLabels());
        addTexts(json, "view_ids", entry.viewIds());
        addTexts(json, "field_labels", entry.fieldLabels());
        addTexts(json, "dimension_labels", entry.dimensionLabels());
        addTexts(json, "source_scopes", entry.sourceScopes());
        addTexts(json, "document_hints", entry.documentHints());
        return json;
    }

    private static JsonObjectBuilder view(ViewVocabulary view) {
        JsonObjectBuilder json = JsonBuilders.object()
                .add("view_id", view.viewId())
                .add("title", view.title())
                .add("key", view.key());
        addTexts(json, "words", view.words());
        addAll(json, "fields", view.fields(), CapabilitiesJson::field);
        addAll(
                json,
                "metrics",
                view.metrics(),
                metric -> JsonBuilders.object().add("name", metric.name()).add("field", metric.field()));
        return json;
    }

    private static JsonObjectBuilder field(FieldVocabulary field) {
        JsonObjectBuilder json = JsonBuilders.object()
                .add("name", field.name())
                .add("title", field.title())
                .add("filterable", field.filterable())
                .add("groupable", field.groupable());
        addTexts(json, "words", field.words());
        addTexts(json, "values", field.values());
        return json;
    }

    private static JsonObjectBuilder collection(CollectionVocabulary collection) {
        JsonObjectBuilder json = JsonBuilders.object()
                .add("name", collection.name())
                .add("title", collection.title())
                .add("prefix", collection.prefix());
        addTexts(json, "words", collection.words());
        return json;
    }

    private static JsonObjectBuilder withheld(Withheld withheld) {
        return JsonBuilders.object()
                .add("kind", withheld.kind())
                .add("name", withheld.name())
                .add("title", withheld.title());
    }

    private static void addTexts(JsonObjectBuilder json, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            json.add(name, JsonBuilders.array(texts));
        }
    }

    private static <T> void addAll(
            JsonObjectBuilder json, String name, List<T> items, Function<T, JsonObjectBuilder> form) {
        if (!items.isEmpty()) {
            JsonArrayBuilder array = JsonBuilders.array();
            items.forEach(item -> array.add(form.apply(item)));
            json.add(name, array);
        }
    }
}
