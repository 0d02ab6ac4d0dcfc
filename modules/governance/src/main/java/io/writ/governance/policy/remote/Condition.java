package io.writ.governance.policy.remote;

import io.writ.governance.policy.engine.PolicyFailure;
import io.writ.governance.policy.remote.ReplyReader.Reading;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** How the server was when it was last asked. Says so in the log when that changes, and not with each question. */
final class Condition {

    /** As often as this, a health check may cost a question. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private static final Logger LOG = System.getLogger(Condition.class.getName());

    /** One look at the server; a problem with one question alone is none. */
    private record Seen(long atNanos, Optional<PolicyFailure> failure, String problem) {}

    private final AtomicReference<Optional<Seen>> last = new AtomicReference<>(Optional.empty());

    void note(Reading reading) {
        Seen seen = seen(reading);
        Optional<PolicyFailure> before = last.getAndSet(Optional.of(seen)).flatMap(Seen::failure);
        if (before.equals(seen.failure())) {
            return;
        }
        if (seen.failure().isPresent()) {
            LOG.log(Level.WARNING, "policy engine opa: {0}. See docs/OPA.md.", seen.problem());
        } else {
            LOG.log(Level.INFO, "policy engine opa answers again");
        }
    }

    boolean isFresh() {
        return last.get()
                .filter(seen -> System.nanoTime() - seen.atNanos() < FRESH.toNanos())
                .isPresent();
    }

    Optional<String> problem() {
        return last.get().filter(seen -> seen.failure().isPresent()).map(Seen::problem);
    }

    private static Seen seen(Reading reading) {
        return switch (reading) {
            case Reading.Failed(var failure, var problem)
            when concernsTheServer(failure) -> new Seen(System.nanoTime(), Optional.of(failure), problem);
            case Reading.Failed _, Reading.Decided _ -> new Seen(System.nanoTime(), Optional.empty(), "");
        };
    }

    private static boolean concernsTheServer(PolicyFailure failure) {
        return switch (failure) {
            case UNAVAILABLE, STALE, VERSION_MISMATCH, MALFORMED -> true;
            case INPUT_INVALID, UNDEFINED, ERROR, BUDGET, OBLIGATION_UNSUPPORTED -> false;
        };
    }
}
