package io.writ.governance.policy.check;

import io.writ.evidence.SharedJson;
import io.writ.governance.OperatorName;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a call of an operator on a source looks like to policy: the same members that the server writes. */
final class Calls {

    private Calls() {}

    static List<OperatorName> onCollections() {
        return List.of(OperatorName.SEARCH, OperatorName.FETCH_SPAN, OperatorName.LIST_VERSIONS);
    }

    static List<OperatorName> onViews() {
        return List.of(OperatorName.FETCH_ROWS, OperatorName.AGGREGATE);
    }

    /** Different ways to call it: a view for all its fields, and for each one alone. */
    static Stream<JsonObject> of(OperatorName operator, Inventory.Source source) {
        return switch (operator) {
            case SEARCH -> Stream.of(call(operator, corpus(source)));
            case FETCH_SPAN, LIST_VERSIONS -> Stream.of(call(operator, document(source)));
            case FETCH_ROWS, AGGREGATE ->
                wishes(source).map(fields -> call(operator, view(source, List.copyOf(fields))));
        };
    }

    private static Stream<Set<String>> wishes(Inventory.Source source) {
        return Stream.concat(
                Stream.of(new TreeSet<>(source.fields())),
                source.fields().stream().map(Set::of));
    }

    private static JsonObject call(OperatorName operator, JsonObjectBuilder resource) {
        return SharedJson.PROVIDER
                .createObjectBuilder()
                .add("operator", operator.wireName())
                .add("resource", resource)
                .build();
    }

    /** A search touches nothing by itself, so it carries the least label. */
    private static JsonObjectBuilder corpus(Inventory.Source source) {
        return Asker.label("public", "internal_reviewed")
                .add("id", source.prefix())
                .add("kind", "corpus");
    }

    private static JsonObjectBuilder document(Inventory.Source source) {
        return Asker.label(source.classification(), source.origin())
                .add("id", source.prefix() + "any.txt")
                .add("kind", "document")
                .add("collection", source.name())
                .add("audience", SharedJson.PROVIDER.createArrayBuilder(source.audience()));
    }

    private static JsonObjectBuilder view(Inventory.Source source, List<String> fields) {
        return Asker.label(source.classification(), source.origin())
                .add("id", source.name())
                .add("kind", "view")
                .add("fields", SharedJson.PROVIDER.createArrayBuilder(fields))
                .add("filter_fields", JsonValue.EMPTY_JSON_ARRAY)
                .add("group_by", JsonValue.EMPTY_JSON_ARRAY);
    }
}
