package io.writ.governance.policy;

import io.writ.evidence.Digest;
import io.writ.governance.Explanation;
import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * What decided, so that the decision can be repeated.
 *
 * @param engine {@code embedded}, or {@code none} when no engine was asked
 * @param input the canonical input, for replay
 * @param result digest of the canonical result, absent when there was none
 * @param explanation how it came about
 * @param evalNanos time spent in the engine; never hashed
 */
public record Provenance(
        String engine,
        String revision,
        Digest bundle,
        String entrypoint,
        JsonObject input,
        Digest inputHash,
        Optional<Digest> result,
        Explanation explanation,
        long evalNanos) {

    /** The same, for another question that the same policy explained otherwise. */
    Provenance about(JsonObject question, Explanation otherwise) {
        return new Provenance(
                engine,
                revision,
                bundle,
                entrypoint,
                question,
                Digest.ofRfc8785(question),
                Optional.empty(),
                otherwise,
                0);
    }
}
