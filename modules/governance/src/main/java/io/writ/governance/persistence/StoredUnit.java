package io.writ.governance.persistence;

import io.writ.evidence.Digest;
import io.writ.evidence.EvidenceJson;
import io.writ.evidence.EvidenceUnit;
import io.writ.evidence.StrictJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;

/**
 * An evidence unit in three columns: its id, its members, which stay, and its content, which may be erased.
 *
 * @param body the wire form without content
 */
record StoredUnit(Digest id, String body, String content) {

    /** In JSON text the zero character is spelt out; a jsonb column refuses it. */
    private static final String ZERO = "\\u0000";

    static StoredUnit of(EvidenceUnit unit) {
        return new StoredUnit(
                unit.id().digest(),
                EvidenceJson.write(with(unit, JsonValue.NULL)).toString(),
                unit.content().toString());
    }

    int weight() {
        return body.length() + content.length();
    }

    boolean isPlain() {
        return !body.contains(ZERO);
    }

    /** Reads a unit back; erased content is JSON null. */
    static EvidenceUnit read(String body, Optional<String> content) {
        JsonObject members = StrictJson.parseObject(body);
        return with(EvidenceJson.read(members), content.map(StrictJson::parse).orElse(JsonValue.NULL));
    }

    private static EvidenceUnit with(EvidenceUnit unit, JsonValue content) {
        return new EvidenceUnit(
                unit.id(),
                unit.sourceSystem(),
                unit.objectId(),
                unit.versionId(),
                unit.locator(),
                unit.contentType(),
                content,
                unit.contentHash(),
                unit.retrievedAt(),
                unit.asOf(),
                unit.policySnapshot(),
                unit.transformChain(),
                unit.label());
    }
}
