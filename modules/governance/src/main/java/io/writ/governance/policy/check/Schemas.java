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
 * @param grants of the data below {@code writ.authz}
 */
record Schemas(SchemaNode input, SchemaNode decision, SchemaNode grants) {

    /** Those that were built into this archive. */
    static Schemas packaged() {
        return new Schemas(
                SchemaNode.root(read("input.json")),
                SchemaNode.root(read("decision.json")),
                SchemaNode.root(read("grants.json")));
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
