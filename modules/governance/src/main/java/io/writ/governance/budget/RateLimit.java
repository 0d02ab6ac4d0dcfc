package io.writ.governance.budget;

import java.time.Duration;
import java.time.Instant;

/**
 * How many calls one principal may make in a window, over all nodes.
 *
 * @param name prefix of the key, such as {@code operators}
 * @param callsMax 0 means unlimited
 */
public record RateLimit(String name, int callsMax, Duration window) {

    public RateLimit {
        if (callsMax < 0 || window.toMillis() <= 0) {
            throw new IllegalArgumentException("a rate limit counts calls in a window: " + name);
        }
    }

    public boolean isUnlimited() {
        return callsMax == 0;
    }

    /** Windows are aligned to the epoch, so that all nodes agree on them without talking. */
    Instant windowStart(Instant now) {
        long length = window.toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(now.toEpochMilli(), length) * length);
    }
}
