package io.writ.governance.redaction;

import io.writ.evidence.PolicySnapshotRef;
import io.writ.evidence.SharedJson;
import io.writ.governance.source.Reading;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/**
 * Takes hidden fields out of what names a row.
 *
 * <p>An object id is made of primary-key values. Where policy hides a part of the key, the id becomes an opaque name
 * that still tells rows of one session apart; so does the version where policy hides the field it is made of.
 */
record RowFilter(FieldFilter fields, ContentMasks masks, OpaqueIds opaqueIds, PolicySnapshotRef session) {

    private static final String KEY = "primary_key";

    JsonObject locator(JsonObject locator) {
        JsonObjectBuilder builder = SharedJson.PROVIDER.createObjectBuilder();
        locator.forEach((name, value) -> builder.add(name, member(name, value)));
        return builder.build();
    }

    /** The locator with patterns masked in the key. */
    JsonObject maskedKey(JsonObject locator) {
        return locator.get(KEY) instanceof JsonObject key
                ? SharedJson.PROVIDER
                        .createObjectBuilder(locator)
                        .add(KEY, masks.apply(key))
                        .build()
                : locator;
    }

    String objectId(Reading.Row row) {
        if (row.locator().get(KEY) instanceof JsonObject key
                && !key.keySet().stream().allMatch(fields::keeps)) {
            String opaque = opaqueIds.of(session, "object", row.objectId());
            return row.locator().get("view_id") instanceof JsonString view ? view.getString() + ':' + opaque : opaque;
        }
        return masks.apply(row.objectId());
    }

    String versionId(Reading.Row row) {
        return fields.keeps(row.versionField())
                ? row.versionId()
                : opaqueIds.of(session, "version", row.objectId() + '\n' + row.versionId());
    }

    private JsonValue member(String name, JsonValue value) {
        return switch (value) {
            case JsonArray names when name.equals("fields") -> fields.survivingNames(names);
            case JsonObject key when name.equals(KEY) -> fields.survivors(key);
            case JsonValue other -> other;
        };
    }
}
