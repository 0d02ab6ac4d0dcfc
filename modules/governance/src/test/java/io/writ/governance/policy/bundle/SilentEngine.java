package io.writ.governance.policy.bundle;

import io.writ.evidence.Digest;
import io.writ.governance.Explanation;
import io.writ.governance.policy.engine.PolicyEngine;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** Says the same to everything. */
final class SilentEngine implements PolicyEngine {

    @Override
    public String name() {
        return "silent";
    }

    @Override
    public Answer evaluate(JsonObject input) {
        return new Answer.Document(
                "silent", JsonValue.NULL, new Explanation.Opaque(Digest.of("").hex()));
    }
}
