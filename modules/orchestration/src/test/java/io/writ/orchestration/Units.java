package io.writ.orchestration;

import io.writ.evidence.ContentType;
import io.writ.evidence.Digest;
import io.writ.evidence.EvidenceId;
import io.writ.evidence.EvidenceUnit;
import io.writ.evidence.Label;
import io.writ.evidence.PolicySnapshotRef;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;

/** Evidence units as the gateway would emit them; ids are digests of the content, which is enough here. */
public final class Units {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private Units() {}

    public static EvidenceUnit text(String objectId, String text) {
        JsonObject locator = json("{'type':'text_span','line_start':1}");
        return unit("fs_corpus", objectId, locator, ContentType.TEXT, Json.createValue(text));
    }

    /** Content in single quotes for legibility. */
    public static EvidenceUnit row(String objectId, String content) {
        return unit("pg_safeview", objectId, json("{'type':'db_row'}"), ContentType.JSON, json(content));
    }

    public static EvidenceUnit figures(String viewId, String content) {
        return unit("pg_safeview", viewId, json("{'type':'db_aggregate'}"), ContentType.JSON, json(content));
    }

    public static JsonObject json(String singleQuoted) {
        return Json.createReader(new StringReader(singleQuoted.replace('\'', '"')))
                .readObject();
    }

    private static EvidenceUnit unit(
            String system, String objectId, JsonObject locator, ContentType type, JsonValue content) {
        Digest hash = Digest.of(objectId + content);
        return new EvidenceUnit(
                new EvidenceId(hash),
                system,
                objectId,
                hash.hex(),
                locator,
                type,
                content,
                hash,
                NOW,
                NOW,
                new PolicySnapshotRef("snapshot", Digest.of("policy")),
                List.of(),
                Label.NONE);
    }
}
