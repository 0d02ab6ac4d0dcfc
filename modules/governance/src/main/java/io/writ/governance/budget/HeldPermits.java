package io.writ.governance.budget;

import java.time.Duration;
import java.time.Instant;

/** The permits of one key that this node holds in the current window. */
final class HeldPermits {

    /** A node never holds more than this part of a limit, so that idle permits starve nobody. */
    private static final int SHARE = 8;

    private Instant windowStart = Instant.MIN;
    private int held;
    private int nextCount = 1;
    private boolean exhausted;
    private boolean told;

    synchronized Turn take(RateLimit limit, PermitOrder wish, Instant now) {
        enter(wish.windowStart());
        if (held > 0) {
            held--;
            return new Turn.Free();
        }
        if (exhausted) {
            return over(limit, now);
        }
        return new Turn.Ask(new PermitOrder(wish.tenant(), wish.key(), windowStart, nextCount, limit.callsMax()));
    }

    /** Books what the shared window granted; one of the permits is for the asking call. */
    synchronized Turn book(RateLimit limit, PermitOrder order, int granted, Instant now) {
        enter(order.windowStart());
        if (order.windowStart().isBefore(windowStart)) {
            // The window ended while it was asked: the call has its permit or not, and the new window has not changed.
            return granted > 0 ? new Turn.Free() : new Turn.Over(Duration.ofSeconds(1), true);
        }
        if (granted <= 0) {
            exhausted = true;
            return over(limit, now);
        }
        held += granted - 1;
        nextCount = Math.clamp(2L * order.count(), 1, Math.max(1, limit.callsMax() / SHARE));
        return new Turn.Free();
    }

    private void enter(Instant start) {
        if (start.isAfter(windowStart)) {
            windowStart = start;
            held = 0;
            nextCount = 1;
            exhausted = false;
            told = false;
        }
    }

    private Turn over(RateLimit limit, Instant now) {
        boolean untold = !told;
        told = true;
        Duration left = Duration.between(now, windowStart.plus(limit.window()));
        return new Turn.Over(left.isPositive() ? left : Duration.ofSeconds(1), untold);
    }
}
