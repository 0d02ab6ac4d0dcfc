package io.writ.governance.policy;

import io.writ.evidence.Digest;
import io.writ.governance.Explanation;
import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * What decided, so that the decision can be repeated.
 *
 * @param engine {@code embedded}, or {@code none} when no engine was asked
 * @param asked what was asked, for replay
 * @param result digest of the canonical result, absent when there was none
 * @param explanation how it came about
 * @param evalNanos time spent in the engine; never hashed
 */
public record Provenance(
        String engine,
        String revision,
        Digest bundle,
        String entrypoint,
        PolicyInput asked,
        Optional<Digest> result,
        Explanation explanation,
        long evalNanos) {

    /** The question itself. */
    public JsonObject input() {
        return asked.document();
    }

    /** Digest of the canonical question. */
    public Digest inputHash() {
        return asked.digest();
    }

    /** The same, for another question that the same policy explained otherwise. */
    Provenance about(JsonObject question, Explanation otherwise) {
        return new Provenance(
                engine, revision, bundle, entrypoint, PolicyInput.of(question), Optional.empty(), otherwise, 0);
    }
}
