package io.writ.governance.policy.check;

import io.writ.evidence.StrictJson;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * What this server asks and understands, whatever the bundle says of itself.
 *
 * @param input of every question
 * @param decision of every answer
 * @param grantsText of the data below {@code writ.authz}
 * @param grants the same, to look things up in
 */
record Schemas(SchemaNode input, SchemaNode decision, JsonObject grantsText, SchemaNode grants) {

    /** Those that were built into this archive. */
    static Schemas packaged() {
        JsonObject grants = read("grants.json");
        return new Schemas(
                SchemaNode.root(read("input.json")),
                SchemaNode.root(read("decision.json")),
                grants,
                SchemaNode.root(grants));
    }

    private static JsonObject read(String name) {
        try (InputStream file = Schemas.class.getResourceAsStream("/writ-policy/schemas/" + name)) {
            if (file == null) {
                throw new IllegalStateException("this archive was packaged without the policy schema " + name);
            }
            return StrictJson.parseObject(file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("reading the packaged policy schema " + name, unreadable);
        }
    }
}
