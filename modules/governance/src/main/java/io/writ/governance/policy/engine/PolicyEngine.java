package io.writ.governance.policy.engine;

import io.writ.governance.Explanation;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;

/** Evaluates one version of policy. Knows nothing of what the answer means. */
public interface PolicyEngine {

    /** How this engine is called in provenance. */
    String name();

    /** The engine's answer to a canonical question. */
    Answer evaluate(JsonObject input);

    /** What keeps this engine from answering at the moment, for an operator; nothing as a rule. */
    default Optional<String> problem() {
        return Optional.empty();
    }

    /** An engine for the same version that may be asked many questions at little cost, and tells nobody of them. */
    default Optional<PolicyEngine> aside() {
        return Optional.empty();
    }

    /** The data of the version it evaluates; empty where only the engine itself has it. */
    default JsonObject data() {
        return JsonValue.EMPTY_JSON_OBJECT;
    }

    /** What came back. */
    sealed interface Answer {

        /** The engine that answered, which in a fallback is another than the one asked. */
        String engine();

        Explanation explanation();

        /** A document, well-formed or not. */
        record Document(String engine, JsonValue value, Explanation explanation) implements Answer {}

        /** No document. */
        record Failed(String engine, PolicyFailure failure, Explanation explanation) implements Answer {}
    }
}
