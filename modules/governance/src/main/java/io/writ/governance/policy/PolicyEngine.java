package io.writ.governance.policy;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** Evaluates the loaded policy. Knows nothing of what the answer means. */
interface PolicyEngine {

    /** How this engine is called in provenance. */
    String name();

    /** The engine's answer to a canonical question. */
    Answer evaluate(JsonObject input);

    /** What came back. */
    sealed interface Answer {

        /** A document, well-formed or not. */
        record Document(JsonValue value) implements Answer {}

        /** No document. */
        record Failed(PolicyFailure failure) implements Answer {}
    }
}
