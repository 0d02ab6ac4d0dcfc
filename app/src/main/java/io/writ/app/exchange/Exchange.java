package io.writ.app.exchange;

import io.writ.governance.Caller;
import io.writ.governance.Principal;
import io.writ.governance.TraceParent;

/**
 * One request and its answer.
 *
 * @param requestId as the client named it, cleaned, or minted
 * @param traceId ULID, upper case
 * @param traceParent our own span in the client's trace
 * @param startedNanos on the clock of {@link System#nanoTime()}
 */
public record Exchange(String requestId, String traceId, TraceParent traceParent, long startedNanos) {

    /** The name under which filters leave the exchange for those who come after them. */
    public static final String ATTRIBUTE = Exchange.class.getName();

    public Caller caller(Principal principal) {
        return new Caller(principal, requestId, traceId, traceParent);
    }
}
