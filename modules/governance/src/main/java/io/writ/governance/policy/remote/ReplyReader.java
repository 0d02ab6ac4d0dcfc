package io.writ.governance.policy.remote;

import io.writ.governance.policy.engine.PolicyFailure;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a reply. First of all which revision gave it: OPA answers 200 and an empty object while it has no bundle, and goes
 * on with an old bundle for as long as it cannot get the new one.
 */
final class ReplyReader {

    /** What a reply amounts to. */
    sealed interface Reading {

        record Decided(JsonValue document) implements Reading {}

        /**
         * Nothing that may be used.
         *
         * @param problem for an operator
         */
        record Failed(PolicyFailure failure, String problem) implements Reading {}
    }

    private final String bundle;
    private final String revision;

    ReplyReader(String bundle, String revision) {
        this.bundle = bundle;
        this.revision = revision;
    }

    Reading read(OpaReply reply) {
        if (reply.isEvaluationError()) {
            return new Reading.Failed(PolicyFailure.ERROR, "OPA could not evaluate the policy");
        }
        Optional<JsonObject> document = reply.document();
        return document.map(this::read)
                .orElseGet(() -> new Reading.Failed(PolicyFailure.MALFORMED, "OPA's reply is not one JSON object"));
    }

    private Reading read(JsonObject reply) {
        Optional<String> found = revision(reply);
        if (found.isEmpty()) {
            return new Reading.Failed(
                    PolicyFailure.VERSION_MISMATCH,
                    "OPA names no revision of a bundle '" + bundle + "'; it has none, or under another name");
        }
        if (!found.get().equals(revision)) {
            return new Reading.Failed(
                    PolicyFailure.VERSION_MISMATCH,
                    "OPA answers from revision " + found.get() + ", and revision " + revision + " is in force here");
        }
        JsonValue result = reply.get("result");
        if (result == null) {
            return new Reading.Failed(PolicyFailure.UNDEFINED, "the policy has no answer");
        }
        return result instanceof JsonObject
                ? new Reading.Decided(result)
                : new Reading.Failed(PolicyFailure.MALFORMED, "the policy's answer is not an object");
    }

    private Optional<String> revision(JsonObject reply) {
        return object(reply.get("provenance"))
                .flatMap(provenance -> object(provenance.get("bundles")))
                .flatMap(bundles -> object(bundles.get(bundle)))
                .map(named -> named.get("revision"))
                .filter(JsonString.class::isInstance)
                .map(text -> ((JsonString) text).getString());
    }

    private static Optional<JsonObject> object(@Nullable JsonValue value) {
        return value instanceof JsonObject object ? Optional.of(object) : Optional.empty();
    }
}
