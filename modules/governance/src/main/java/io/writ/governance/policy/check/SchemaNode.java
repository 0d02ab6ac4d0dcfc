package io.writ.governance.policy.check;

import io.writ.governance.policy.rego.value.RegoValue;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One place of a JSON schema, for the keywords that the schemas in {@code opa/schemas} use. What a schema says in other
 * words counts as unsaid, so that it is never taken for a promise. Compared by identity.
 */
final class SchemaNode {

    private static final Map<String, Set<Kind>> TYPES = Map.of(
            "object", EnumSet.of(Kind.OBJECT),
            "array", EnumSet.of(Kind.ARRAY),
            "string", EnumSet.of(Kind.STRING),
            "number", EnumSet.of(Kind.NUMBER),
            "integer", EnumSet.of(Kind.NUMBER),
            "boolean", EnumSet.of(Kind.BOOLEAN),
            "null", EnumSet.of(Kind.NULL));

    private final JsonObject root;
    private final JsonObject schema;
    private final IdentityHashMap<JsonObject, SchemaNode> nodes;

    private SchemaNode(JsonObject root, JsonObject schema, IdentityHashMap<JsonObject, SchemaNode> nodes) {
        this.root = root;
        this.schema = schema;
        this.nodes = nodes;
    }

    static SchemaNode root(JsonObject schema) {
        return new SchemaNode(schema, schema, new IdentityHashMap<>());
    }

    /** Which types the value may have. */
    Set<Kind> kinds() {
        return schema.get("type") instanceof JsonString type
                ? TYPES.getOrDefault(type.getString(), Kind.ALL)
                : Kind.ALL;
    }

    /** The values it may have, where the schema lists them. */
    Optional<Set<RegoValue>> listed() {
        return schema.get("enum") instanceof JsonArray values
                ? Optional.of(Set.copyOf(values.stream().map(RegoValue::of).toList()))
                : Optional.empty();
    }

    /** True when an object of this schema never has the member. */
    boolean excludes(String member) {
        return isObject()
                && !properties().containsKey(member)
                && JsonValue.FALSE.equals(schema.get("additionalProperties"));
    }

    /** What the schema says of a member; nothing when it says nothing. */
    Optional<SchemaNode> member(String name) {
        return properties().get(name) instanceof JsonObject known ? Optional.of(node(known)) : others();
    }

    /** What the schema says of every element, or of every member of an object without fixed members. */
    Optional<SchemaNode> element() {
        if (kinds().equals(EnumSet.of(Kind.ARRAY))) {
            return schema.get("items") instanceof JsonObject each ? Optional.of(node(each)) : Optional.empty();
        }
        return isObject() && properties().isEmpty() ? others() : Optional.empty();
    }

    /** The members an object of this schema may have by name. */
    List<String> members() {
        return List.copyOf(new TreeSet<>(properties().keySet()));
    }

    private Optional<SchemaNode> others() {
        return isObject() && schema.get("additionalProperties") instanceof JsonObject each
                ? Optional.of(node(each))
                : Optional.empty();
    }

    private boolean isObject() {
        return kinds().equals(EnumSet.of(Kind.OBJECT));
    }

    private JsonObject properties() {
        return schema.get("properties") instanceof JsonObject properties ? properties : JsonValue.EMPTY_JSON_OBJECT;
    }

    private SchemaNode node(JsonObject named) {
        JsonObject target = named.get("$ref") instanceof JsonString reference ? resolved(reference) : named;
        return nodes.computeIfAbsent(target, each -> new SchemaNode(root, each, nodes));
    }

    private JsonObject resolved(JsonString reference) {
        return root.getValue(reference.getString().substring(1)).asJsonObject();
    }
}
