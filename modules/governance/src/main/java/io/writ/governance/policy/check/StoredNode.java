package io.writ.governance.policy.check;

import io.writ.governance.policy.rego.value.RegoArray;
import io.writ.governance.policy.rego.value.RegoBoolean;
import io.writ.governance.policy.rego.value.RegoNull;
import io.writ.governance.policy.rego.value.RegoNumber;
import io.writ.governance.policy.rego.value.RegoObject;
import io.writ.governance.policy.rego.value.RegoSet;
import io.writ.governance.policy.rego.value.RegoString;
import io.writ.governance.policy.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A place of the data: what its schema says, and every value that is there in this bundle. Both count, since a policy may
 * read what its data does not use yet, and data may have more than our schema knows. Compared by identity.
 */
final class StoredNode {

    /** Where the schema of the grants applies. */
    private static final String SCHEMA_AT = "data.writ.authz";

    private final String path;
    private final boolean fixed;
    private final Optional<SchemaNode> schema;
    private final List<RegoValue> values;
    private final SchemaNode grants;
    private final Map<String, Optional<StoredNode>> members = new HashMap<>();
    private Optional<StoredNode> element = Optional.empty();

    private StoredNode(
            String path, boolean fixed, Optional<SchemaNode> schema, List<RegoValue> values, SchemaNode grants) {
        this.path = path;
        this.fixed = fixed;
        this.schema = schema;
        this.values = values;
        this.grants = grants;
    }

    static StoredNode root(RegoValue data, SchemaNode grants) {
        return new StoredNode("data", true, Optional.empty(), List.of(data), grants);
    }

    String path() {
        return path;
    }

    /** Whether every step to here was named: then there is exactly one such place. */
    boolean isFixed() {
        return fixed;
    }

    Set<Kind> kinds() {
        if (schema.isEmpty() && !fixed) {
            return Kind.ALL;
        }
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        schema.ifPresent(said -> kinds.addAll(said.kinds()));
        values.forEach(value -> kinds.add(Kind.of(value)));
        return kinds.isEmpty() ? Kind.ALL : kinds;
    }

    /** The values there can be, where the schema lists them. */
    Optional<Set<RegoValue>> listed() {
        return schema.flatMap(SchemaNode::listed).map(said -> {
            Set<RegoValue> all = new HashSet<>(said);
            all.addAll(values);
            return all;
        });
    }

    /** The member, or nothing when neither schema nor data has it. */
    Optional<StoredNode> member(String name) {
        return members.computeIfAbsent(name, this::found);
    }

    private Optional<StoredNode> found(String name) {
        String place = path + "." + name;
        List<RegoValue> below = new ArrayList<>();
        for (RegoValue value : values) {
            if (value instanceof RegoObject object) {
                Optional.ofNullable(object.member(name)).ifPresent(below::add);
            }
        }
        boolean possible = schema.isPresent() && !schema.get().excludes(name) && !isScalar();
        if (below.isEmpty() && !possible) {
            return Optional.empty();
        }
        Optional<SchemaNode> said = place.equals(SCHEMA_AT) ? Optional.of(grants) : schema.flatMap(s -> s.member(name));
        return Optional.of(new StoredNode(place, fixed, said, below, grants));
    }

    private boolean isScalar() {
        return !kinds().contains(Kind.OBJECT) && !kinds().contains(Kind.ARRAY);
    }

    /** Any one member or element, by a key that is not known. */
    StoredNode element() {
        if (element.isEmpty()) {
            List<RegoValue> below = new ArrayList<>();
            values.forEach(value -> below.addAll(elements(value)));
            element = Optional.of(
                    new StoredNode(path + "[_]", false, schema.flatMap(SchemaNode::element), below, grants));
        }
        return element.get();
    }

    private static List<RegoValue> elements(RegoValue value) {
        return switch (value) {
            case RegoObject object -> list(object.values());
            case RegoArray array -> list(array);
            case RegoNull _, RegoBoolean _, RegoNumber _, RegoString _, RegoSet _ -> List.of();
        };
    }

    private static List<RegoValue> list(RegoArray array) {
        List<RegoValue> list = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            list.add(array.element(i));
        }
        return list;
    }

    /** What could have been meant by a member that is not here. */
    List<String> memberNames() {
        Set<String> names = new TreeSet<>();
        schema.ifPresent(said -> names.addAll(said.members()));
        for (RegoValue value : values) {
            if (value instanceof RegoObject object) {
                list(object.keys()).forEach(key -> names.add(key instanceof RegoString text ? text.value() : ""));
            }
        }
        return List.copyOf(names);
    }
}
