package io.writ.app.rest.problem;

import io.writ.governance.DecisionView;
import io.writ.governance.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One thing that went wrong.
 *
 * @param message one sentence for the client; never evidence, never a secret, never a class name
 * @param headers what the status demands beside the body, such as Allow
 */
public record Problem(
        ProblemType type,
        String message,
        Optional<DecisionView> decision,
        Optional<Duration> retryAfter,
        List<Header> headers) {

    /** A response header. */
    public record Header(String name, String value) {}

    public Problem {
        headers = List.copyOf(headers);
    }

    public static Problem of(ProblemType type, String message) {
        return new Problem(type, message, Optional.empty(), Optional.empty(), List.of());
    }

    /** The type says it all. */
    public static Problem of(ProblemType type) {
        return of(type, type.title() + ".");
    }

    public static Problem of(Refusal refusal) {
        return new Problem(
                ProblemType.of(refusal.reason()),
                refusal.message(),
                refusal.decision(),
                refusal.retryAfter(),
                List.of());
    }

    /** The same problem with one more response header. */
    public Problem with(Header header) {
        return new Problem(type, message, decision, retryAfter, List.of(header));
    }
}
