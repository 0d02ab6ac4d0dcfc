package io.writ.governance.policy.backtest;

import io.writ.evidence.Digest;
import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * One question to policy as it was recorded, with what is known of the answer.
 *
 * @param member {@code decision}, or {@code release} for the second question of a search
 * @param engine which answered; {@code none} when the question was never put to one
 * @param result digest of the answer, absent when there was none that could be trusted
 */
record RecordedQuestion(
        String member, JsonObject input, String engine, Digest bundle, Digest inputHash, Optional<Digest> result) {

    private static final String NOBODY = "none";

    /** Whether an engine was asked: what was refused for its form, or without a policy, cannot be repeated. */
    boolean wasEvaluated() {
        return !engine.equals(NOBODY);
    }
}
