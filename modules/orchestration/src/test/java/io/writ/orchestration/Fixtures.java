package io.writ.orchestration;

import io.writ.governance.Actor;
import io.writ.governance.Caller;
import io.writ.governance.Capabilities;
import io.writ.governance.Capability;
import io.writ.governance.CollectionVocabulary;
import io.writ.governance.FieldVocabulary;
import io.writ.governance.Metric;
import io.writ.governance.Principal;
import io.writ.governance.PrincipalId;
import io.writ.governance.TenantId;
import io.writ.governance.TraceParent;
import io.writ.governance.ViewVocabulary;
import io.writ.governance.Withheld;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A caller, and what a small coffee roaster lets her ask. */
public final class Fixtures {

    public static final Caller CALLER = new Caller(
            new Principal(
                    new TenantId("local"),
                    new PrincipalId("dev"),
                    List.of("developer"),
                    Map.of(),
                    List.of(new Actor(Actor.Kind.HUMAN, "dev", "Developer"))),
            "request-1",
            "01J00000000000000000000000",
            new TraceParent("1".repeat(32), "2".repeat(16), true));

    private Fixtures() {}

    /** Reads {@code capabilities.json}. */
    public static Capabilities capabilities() {
        try (InputStream file = Objects.requireNonNull(Fixtures.class.getResourceAsStream("capabilities.json"));
                JsonReader reader = Json.createReader(file)) {
            JsonObject root = reader.readObject();
            Capability advice = new Capability(
                    "structured_lookup",
                    "Look up rows",
                    "Rows of a view",
                    List.of("What is the status of S-0001?"),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());
            return new Capabilities(
                    List.of(advice),
                    objects(root, "views").stream().map(Fixtures::view).toList(),
                    objects(root, "collections").stream()
                            .map(Fixtures::collection)
                            .toList(),
                    objects(root, "withheld").stream().map(Fixtures::withheld).toList());
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    /** The same without any source. */
    public static Capabilities nothing() {
        return new Capabilities(List.of(), List.of(), List.of(), List.of());
    }

    public static ViewVocabulary view(String viewId) {
        return capabilities().views().stream()
                .filter(view -> view.viewId().equals(viewId))
                .findFirst()
                .orElseThrow();
    }

    private static ViewVocabulary view(JsonObject view) {
        return new ViewVocabulary(
                view.getString("view_id"),
                view.getString("title"),
                strings(view, "words"),
                objects(view, "fields").stream().map(Fixtures::field).toList(),
                objects(view, "metrics").stream()
                        .map(metric -> new Metric(metric.getString("name"), metric.getString("field")))
                        .toList(),
                view.getString("key"));
    }

    private static FieldVocabulary field(JsonObject field) {
        return new FieldVocabulary(
                field.getString("name"),
                field.getString("title"),
                strings(field, "words"),
                strings(field, "values"),
                field.getString("pattern"),
                field.getBoolean("filterable"),
                field.getBoolean("groupable"));
    }

    private static CollectionVocabulary collection(JsonObject collection) {
        return new CollectionVocabulary(
                collection.getString("name"),
                collection.getString("title"),
                collection.getString("prefix"),
                strings(collection, "words"));
    }

    private static Withheld withheld(JsonObject source) {
        return new Withheld(
                source.getString("kind"),
                source.getString("name"),
                source.getString("title"),
                strings(source, "words"));
    }

    private static List<JsonObject> objects(JsonObject parent, String name) {
        return parent.getJsonArray(name).getValuesAs(JsonObject.class);
    }

    private static List<String> strings(JsonObject parent, String name) {
        JsonArray array = parent.getJsonArray(name);
        return array.getValuesAs(JsonString::getString);
    }
}
