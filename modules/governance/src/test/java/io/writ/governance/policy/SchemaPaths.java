package io.writ.governance.policy;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** Every member that a schema names, as a path; what a list holds has the path of the list. */
final class SchemaPaths {

    private final JsonObject root;
    private final List<String> paths = new ArrayList<>();

    private SchemaPaths(JsonObject root) {
        this.root = root;
    }

    static List<String> of(JsonObject schema) {
        SchemaPaths paths = new SchemaPaths(schema);
        paths.walk(schema, "");
        return paths.paths;
    }

    private void walk(JsonObject schema, String at) {
        if (schema.get("$ref") instanceof JsonString reference) {
            String resource = "/items".equals(at) ? "/resource" : at;
            walk(root.getValue(reference.getString().substring(1)).asJsonObject(), resource);
            return;
        }
        if (schema.get("items") instanceof JsonObject each) {
            walk(each, at);
        }
        JsonObject members =
                schema.get("properties") instanceof JsonObject properties ? properties : JsonValue.EMPTY_JSON_OBJECT;
        members.forEach((name, member) -> {
            paths.add(at + "/" + name);
            walk(member.asJsonObject(), at + "/" + name);
        });
    }
}
