package io.writ.ledger.witness;

import java.time.Clock;

/** Bounds what callers without a name can make us do in a second. */
final class Pace {

    private final Clock clock;
    private final int perSecondMax;
    private long second;
    private int used;

    Pace(Clock clock, int perSecondMax) {
        this.clock = clock;
        this.perSecondMax = perSecondMax;
    }

    synchronized boolean isExceeded() {
        long now = clock.instant().getEpochSecond();
        if (now != second) {
            second = now;
            used = 0;
        }
        used++;
        return used > perSecondMax;
    }
}
