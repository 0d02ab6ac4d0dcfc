package io.writ.governance.policy.remote;

import io.writ.governance.PolicyObserver;
import io.writ.governance.policy.engine.PolicyEngine;
import io.writ.governance.policy.engine.PolicyFailure;
import jakarta.json.JsonObject;

/**
 * Lets the engine in this process answer when the server cannot, or has another revision. Both were made of one bundle,
 * so the answer is the one the server owes. A server that has an answer and no usable one keeps its failure: replacing
 * that would hide that the engines disagree.
 */
final class FallbackEngine implements PolicyEngine {

    static final String NAME = "embedded-fallback";

    private final PolicyEngine remote;
    private final PolicyEngine embedded;
    private final PolicyObserver observer;

    FallbackEngine(PolicyEngine remote, PolicyEngine embedded, PolicyObserver observer) {
        this.remote = remote;
        this.embedded = embedded;
        this.observer = observer;
    }

    @Override
    public String name() {
        return remote.name();
    }

    @Override
    public Answer evaluate(JsonObject input) {
        return switch (remote.evaluate(input)) {
            case Answer.Document answered -> answered;
            case Answer.Failed failed when mayBeReplaced(failed.failure()) -> instead(input);
            case Answer.Failed failed -> failed;
        };
    }

    private Answer instead(JsonObject input) {
        observer.asked(PolicyObserver.RemoteOutcome.FALLBACK);
        return switch (embedded.evaluate(input)) {
            case Answer.Document(var _, var value, var explanation) -> new Answer.Document(NAME, value, explanation);
            case Answer.Failed(var _, var failure, var explanation) -> new Answer.Failed(NAME, failure, explanation);
        };
    }

    private static boolean mayBeReplaced(PolicyFailure failure) {
        return switch (failure) {
            case UNAVAILABLE, VERSION_MISMATCH -> true;
            case INPUT_INVALID, STALE, UNDEFINED, MALFORMED, ERROR, BUDGET, OBLIGATION_UNSUPPORTED -> false;
        };
    }
}
