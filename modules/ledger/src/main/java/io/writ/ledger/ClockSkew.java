package io.writ.ledger;

import java.time.Duration;

/** How far clocks may be apart before anybody is accused for it. */
final class ClockSkew {

    /** Each may be an hour off, two of them in opposite directions. */
    static final Duration MAX = Duration.ofHours(2);

    private ClockSkew() {}
}
