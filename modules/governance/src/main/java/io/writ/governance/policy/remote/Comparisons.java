package io.writ.governance.policy.remote;

import io.writ.evidence.Digest;
import io.writ.governance.PolicyObserver;
import io.writ.governance.PolicyObserver.Comparison;
import io.writ.governance.policy.engine.PolicyEngine;
import io.writ.governance.policy.engine.PolicyEngine.Answer;
import io.writ.governance.policy.engine.PolicyFailure;
import jakarta.json.JsonObject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Asks second engines, later and elsewhere, and tells how the answers compare. Of the content only digests are told. */
final class Comparisons implements AutoCloseable {

    /** A server answers a thousand questions a second to one asker: this is a burst, not a backlog of minutes. */
    private static final int WAITING_MAX = 1_024;

    private static final int THREADS = 2;

    private static final Logger LOG = System.getLogger(Comparisons.class.getName());

    private final PolicyObserver observer;
    private final ThreadPoolExecutor threads;

    Comparisons(PolicyObserver observer, ThreadFactory factory) {
        this(observer, factory, WAITING_MAX);
    }

    Comparisons(PolicyObserver observer, ThreadFactory factory, int waitingMax) {
        this.observer = observer;
        this.threads = new ThreadPoolExecutor(
                THREADS, THREADS, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waitingMax), factory);
    }

    void compare(JsonObject input, Answer answer, PolicyEngine shadow) {
        try {
            threads.execute(() -> observer.compared(comparison(input, answer, shadow)));
        } catch (RejectedExecutionException full) {
            observer.compared(Comparison.DROPPED);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static Comparison comparison(JsonObject input, Answer answer, PolicyEngine shadow) {
        try {
            return compared(input, answer, shadow.evaluate(input));
        } catch (RuntimeException | StackOverflowError broken) {
            LOG.log(Level.WARNING, "asking the policy engine " + shadow.name() + " for comparison broke", broken);
            return Comparison.FAILED;
        }
    }

    private static Comparison compared(JsonObject input, Answer left, Answer right) {
        if (isMissing(left) || isMissing(right)) {
            return Comparison.FAILED;
        }
        String leftSays = said(left);
        String rightSays = said(right);
        if (leftSays.equals(rightSays)) {
            return Comparison.SAME;
        }
        LOG.log(
                Level.WARNING,
                "policy engines differ about input {0}: {1} says {2}, {3} says {4}",
                Digest.ofRfc8785(input),
                left.engine(),
                leftSays,
                right.engine(),
                rightSays);
        return Comparison.DIFFERENT;
    }

    /** Whether an engine could not say anything; that policy has no answer is something to compare. */
    private static boolean isMissing(Answer answer) {
        return switch (answer) {
            case Answer.Document _ -> false;
            case Answer.Failed(var _, var failure, var _) -> isMissing(failure);
        };
    }

    private static boolean isMissing(PolicyFailure failure) {
        return switch (failure) {
            case INPUT_INVALID, UNAVAILABLE, STALE, VERSION_MISMATCH, BUDGET -> true;
            case UNDEFINED, MALFORMED, ERROR, OBLIGATION_UNSUPPORTED -> false;
        };
    }

    private static String said(Answer answer) {
        return switch (answer) {
            case Answer.Document(var _, var value, var _) ->
                Digest.ofRfc8785(value).hex();
            case Answer.Failed(var _, var failure, var _) -> failure.code();
        };
    }
}
