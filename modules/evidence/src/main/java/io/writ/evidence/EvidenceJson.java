package io.writ.evidence;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/**
 * Wire form of an evidence unit: PECR's members, and {@code label}.
 *
 * <p>Writing and reading is lossless. A unit whose content was erased has none on the wire and JSON null in memory.
 */
public final class EvidenceJson {

    private EvidenceJson() {}

    public static JsonObject write(EvidenceUnit unit) {
        JsonObjectBuilder builder = SharedJson.PROVIDER
                .createObjectBuilder()
                .add("evidence_unit_id", unit.id().hex())
                .add("source_system", unit.sourceSystem())
                .add("object_id", unit.objectId())
                .add("version_id", unit.versionId())
                .add("span_or_row_spec", unit.locator())
                .add("content_type", unit.contentType().mediaType());
        if (unit.content().getValueType() != JsonValue.ValueType.NULL) {
            builder.add("content", unit.content());
        }
        return builder.add("content_hash", unit.contentHash().hex())
                .add("retrieved_at", unit.retrievedAt().toString())
                .add("as_of_time", WireTime.seconds(unit.asOf()))
                .add("policy_snapshot_id", unit.policySnapshot().id())
                .add("policy_snapshot_hash", unit.policySnapshot().hash().hex())
                .add("transform_chain", TransformJson.write(unit.transformChain()))
                .add("label", write(unit.label()))
                .build();
    }

    /** Reads what {@link #write} wrote; the id is taken as it is, see {@link EvidenceIdentity#isIntact}. */
    public static EvidenceUnit read(JsonObject wire) {
        JsonMembers unit = new JsonMembers(wire);
        return new EvidenceUnit(
                new EvidenceId(unit.digest("evidence_unit_id")),
                unit.text("source_system"),
                unit.text("object_id"),
                unit.text("version_id"),
                unit.object("span_or_row_spec"),
                unit.constant(ContentType.class, "content_type", ContentType::mediaType),
                unit.member("content").orElse(JsonValue.NULL),
                unit.digest("content_hash"),
                WireTime.parseInstant(unit.text("retrieved_at")),
                WireTime.parse(unit.text("as_of_time")),
                new PolicySnapshotRef(unit.text("policy_snapshot_id"), unit.digest("policy_snapshot_hash")),
                TransformJson.read(unit),
                readLabel(new JsonMembers(unit.object("label"))));
    }

    private static JsonObject write(Label label) {
        return SharedJson.PROVIDER
                .createObjectBuilder()
                .add("classification", label.classification().wireName())
                .add("origin", label.origin().wireName())
                .build();
    }

    private static Label readLabel(JsonMembers label) {
        return new Label(
                label.constant(Classification.class, "classification", Classification::wireName),
                label.constant(OriginTrust.class, "origin", OriginTrust::wireName));
    }
}
