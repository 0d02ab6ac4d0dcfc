package io.writ.governance.persistence;

import io.writ.evidence.Classification;
import io.writ.evidence.ContentType;
import io.writ.evidence.Digest;
import io.writ.evidence.EvidenceId;
import io.writ.evidence.EvidenceUnit;
import io.writ.evidence.Label;
import io.writ.evidence.OriginTrust;
import io.writ.evidence.PolicySnapshotRef;
import io.writ.evidence.TransformStep;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The stored form of an evidence unit: everything but the content, under the names of the wire. */
final class EvidenceJson {

    private EvidenceJson() {}

    static JsonObject body(EvidenceUnit unit) {
        JsonArrayBuilder chain = Json.createArrayBuilder();
        unit.transformChain().forEach(step -> chain.add(step(step)));
        return Json.createObjectBuilder()
                .add("evidence_unit_id", unit.id().hex())
                .add("source_system", unit.sourceSystem())
                .add("object_id", unit.objectId())
                .add("version_id", unit.versionId())
                .add("span_or_row_spec", unit.locator())
                .add("content_type", unit.contentType().mediaType())
                .add("content_hash", unit.contentHash().hex())
                .add("retrieved_at", unit.retrievedAt().toString())
                .add("as_of_time", unit.asOf().toString())
                .add("policy_snapshot_id", unit.policySnapshot().id())
                .add("policy_snapshot_hash", unit.policySnapshot().hash().hex())
                .add("transform_chain", chain)
                .add("classification", unit.label().classification().name())
                .add("origin_trust", unit.label().origin().name())
                .build();
    }

    /** Reads a unit back. Erased content is null. */
    static EvidenceUnit unit(JsonObject body, JsonValue content) {
        return new EvidenceUnit(
                EvidenceId.of(body.getString("evidence_unit_id")),
                body.getString("source_system"),
                body.getString("object_id"),
                body.getString("version_id"),
                body.getJsonObject("span_or_row_spec"),
                contentType(body.getString("content_type")),
                content,
                new Digest(body.getString("content_hash")),
                Instant.parse(body.getString("retrieved_at")),
                Instant.parse(body.getString("as_of_time")),
                new PolicySnapshotRef(
                        body.getString("policy_snapshot_id"), new Digest(body.getString("policy_snapshot_hash"))),
                chain(body),
                new Label(
                        Classification.valueOf(body.getString("classification")),
                        OriginTrust.valueOf(body.getString("origin_trust"))));
    }

    private static JsonObjectBuilder step(TransformStep step) {
        JsonObjectBuilder written = Json.createObjectBuilder()
                .add("transform_type", step.type())
                .add("transform_hash", step.hash().hex());
        step.params().ifPresent(params -> written.add("params", params));
        return written;
    }

    private static List<TransformStep> chain(JsonObject body) {
        return body.getJsonArray("transform_chain").getValuesAs(JsonObject.class).stream()
                .map(step -> new TransformStep(
                        step.getString("transform_type"),
                        new Digest(step.getString("transform_hash")),
                        Optional.ofNullable(step.getJsonObject("params"))))
                .toList();
    }

    private static ContentType contentType(String mediaType) {
        return ContentType.TEXT.mediaType().equals(mediaType) ? ContentType.TEXT : ContentType.JSON;
    }
}
