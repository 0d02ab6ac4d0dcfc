package io.writ.evidence;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;

/**
 * One immutable piece of evidence, bound to the policy snapshot under which it was read.
 *
 * @param id digest of the identity members, see PECR v1
 * @param sourceSystem {@code fs_corpus} or {@code pg_safeview}
 * @param locator where in the object it stands; on the wire {@code span_or_row_spec}
 * @param content the text as a JSON string, or the JSON document
 * @param contentHash hash over canonical text or canonical JSON
 * @param retrievedAt when it was really read
 * @param asOf the moment for which it is true, second precision
 * @param label travels with the unit; not part of its identity
 */
public record EvidenceUnit(
        EvidenceId id,
        String sourceSystem,
        String objectId,
        String versionId,
        JsonObject locator,
        ContentType contentType,
        JsonValue content,
        Digest contentHash,
        Instant retrievedAt,
        Instant asOf,
        PolicySnapshotRef policySnapshot,
        List<TransformStep> transformChain,
        Label label) {

    public EvidenceUnit {
        transformChain = List.copyOf(transformChain);
    }
}
