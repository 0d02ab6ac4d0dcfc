package io.writ.evidence;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;

/**
 * The members that make up an evidence id, so that anybody can recompute it.
 *
 * <p>Neither content type, label nor retrieval time take part: the same bytes read under the same policy snapshot for
 * the same moment have one id.
 */
public record EvidenceIdentity(
        String sourceSystem,
        String objectId,
        String versionId,
        JsonObject locator,
        Digest contentHash,
        Instant asOf,
        Digest policySnapshotHash,
        List<TransformStep> transformChain) {

    public EvidenceIdentity {
        transformChain = List.copyOf(transformChain);
    }

    /** What the unit says of itself; its own id and content are not looked at. */
    public static EvidenceIdentity of(EvidenceUnit unit) {
        return new EvidenceIdentity(
                unit.sourceSystem(),
                unit.objectId(),
                unit.versionId(),
                unit.locator(),
                unit.contentHash(),
                unit.asOf(),
                unit.policySnapshot().hash(),
                unit.transformChain());
    }

    /** Tells whether content, content hash and id of the unit belong together. */
    public static boolean isIntact(EvidenceUnit unit) {
        return contentHash(unit.contentType(), unit.content()).equals(unit.contentHash())
                && of(unit).id().equals(unit.id());
    }

    /** Hash of canonical text or canonical JSON. */
    public static Digest contentHash(ContentType type, JsonValue content) {
        return switch (type) {
            case TEXT -> Digest.ofCanonicalText(((JsonString) content).getString());
            case JSON -> Digest.ofPecrJson(content);
        };
    }

    public EvidenceId id() {
        JsonObject identity = SharedJson.PROVIDER
                .createObjectBuilder()
                .add("source_system", sourceSystem)
                .add("object_id", objectId)
                .add("version_id", versionId)
                .add("span_or_row_spec", locator)
                .add("content_hash", contentHash.hex())
                .add("as_of_time", WireTime.seconds(asOf))
                .add("policy_snapshot_hash", policySnapshotHash.hex())
                .add("transform_chain", TransformJson.write(transformChain))
                .build();
        return new EvidenceId(Digest.ofPecrJson(identity));
    }
}
