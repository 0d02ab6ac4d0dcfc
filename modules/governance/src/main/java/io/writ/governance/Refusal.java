package io.writ.governance;

import java.time.Duration;
import java.util.Optional;

/**
 * A refusal, ready to be told.
 *
 * @param message one sentence that says what was wrong and what to do; never evidence, never a secret
 * @param decision the policy decision behind it, if policy was asked
 * @param retryAfter when it makes sense to try again
 */
public record Refusal(
        RefusalReason reason, String message, Optional<DecisionView> decision, Optional<Duration> retryAfter) {

    public static Refusal of(RefusalReason reason, String message) {
        return new Refusal(reason, message, Optional.empty(), Optional.empty());
    }

    public static Refusal of(RefusalReason reason, String message, DecisionView decision) {
        return new Refusal(reason, message, Optional.of(decision), Optional.empty());
    }
}
