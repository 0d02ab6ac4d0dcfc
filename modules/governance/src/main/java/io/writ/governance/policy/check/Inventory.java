package io.writ.governance.policy.check;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** The sources that a catalogue names, as far as policy is asked about them. */
record Inventory(List<Source> collections, List<Source> views) {

    /**
     * A view or a collection.
     *
     * @param prefix of a collection
     * @param fields of a view
     * @param audience roles a collection is meant for
     */
    record Source(
            String name,
            String prefix,
            String classification,
            String origin,
            List<String> fields,
            List<String> audience) {
        Source {
            fields = List.copyOf(fields);
            audience = List.copyOf(audience);
        }
    }

    Inventory {
        collections = List.copyOf(collections);
        views = List.copyOf(views);
    }

    static Inventory of(JsonObject catalogue) {
        return new Inventory(
                Grants.list(catalogue, "collections").getValuesAs(JsonObject.class).stream()
                        .map(each -> source(each, "name"))
                        .toList(),
                Grants.list(catalogue, "views").getValuesAs(JsonObject.class).stream()
                        .map(each -> source(each, "view_id"))
                        .toList());
    }

    private static Source source(JsonObject json, String name) {
        return new Source(
                json.getString(name, ""),
                json.getString("prefix", ""),
                json.getString("classification", ""),
                json.getString("origin", ""),
                Grants.list(json, "fields").getValuesAs(JsonObject.class).stream()
                        .map(field -> field.getString("name", ""))
                        .sorted()
                        .toList(),
                Grants.texts(json, "audience"));
    }

    Optional<Source> view(String name) {
        return named(views, name);
    }

    Optional<Source> collection(String name) {
        return named(collections, name);
    }

    private static Optional<Source> named(List<Source> sources, String name) {
        return sources.stream().filter(source -> source.name().equals(name)).findFirst();
    }
}
