package io.writ.governance.persistence;

import io.writ.evidence.EvidenceJson;
import io.writ.evidence.EvidenceUnit;
import io.writ.evidence.StrictJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;

/** An evidence unit in two columns: its members, which stay, and its content, which may be erased. */
final class StoredUnit {

    private StoredUnit() {}

    /** The wire form without content. */
    static String body(EvidenceUnit unit) {
        return EvidenceJson.write(with(unit, JsonValue.NULL)).toString();
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
