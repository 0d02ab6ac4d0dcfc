package io.writ.governance.policy.remote;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;

/**
 * OPA behind a time limit, one retry, a circuit breaker and a bulkhead. A bean, because interceptors see calls from
 * outside only; open to subclasses, because that is how the container puts them in front. Each number can be replaced by
 * configuration, see {@code docs/OPA.md}.
 *
 * <p>What counts as a failure is that OPA could not be asked. A refusal of policy, an evaluation that failed, or an answer
 * of another revision is a success here: otherwise one caller with one odd question could switch policy off for everybody.
 */
@Dependent
class GuardedOpa implements Opa {

    /** Above the longest time that can be configured: ends what the client itself did not end. */
    private static final long NET_MILLIS = 2_500;

    /** Greater than the jitter, as the container demands. */
    private static final long RETRY_DELAY_MILLIS = 20;

    private static final long RETRY_JITTER_MILLIS = 10;

    /** So many questions are looked at before the circuit opens, so one lost answer among five changes nothing. */
    private static final int VOLUME = 20;

    private static final double FAILURE_RATIO = 0.5;

    /** How long nobody is sent to a server that fails. */
    private static final long OPEN_MILLIS = 2_000;

    private static final int TRIALS = 3;

    /** At a millisecond each these are more than a hundred thousand answers a second: past that it is a jam. */
    private static final int CONCURRENT_MAX = 64;

    private final Opa server;

    @Inject
    GuardedOpa(@OverHttp Opa server) {
        this.server = server;
    }

    @Override
    @Timeout(NET_MILLIS)
    @Retry(
            maxRetries = 1,
            delay = RETRY_DELAY_MILLIS,
            jitter = RETRY_JITTER_MILLIS,
            retryOn = OpaTrouble.Unreachable.class)
    @CircuitBreaker(
            requestVolumeThreshold = VOLUME,
            failureRatio = FAILURE_RATIO,
            delay = OPEN_MILLIS,
            successThreshold = TRIALS,
            skipOn = {BulkheadException.class, OpaTrouble.Abandoned.class})
    @Bulkhead(CONCURRENT_MAX)
    public OpaReply ask(OpaQuestion question) {
        OpaReply reply = server.ask(question);
        if (reply.isOk() || reply.isEvaluationError()) {
            return reply;
        }
        throw new OpaTrouble.Refused(reply.status());
    }
}
