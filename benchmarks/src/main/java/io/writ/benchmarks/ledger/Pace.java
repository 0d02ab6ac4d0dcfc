package io.writ.benchmarks.ledger;

/** How long a slice is. */
record Pace(long rampMillis, long windowMillis) {

    static final Pace FULL = new Pace(500, 2000);
    static final Pace QUICK = new Pace(300, 1000);
    static final Pace WARM_UP = new Pace(0, 2500);

    /** A server has more to compile: its own processor time per request falls for more than a minute. */
    static final Pace WARM_SERVER = new Pace(0, 20_000);
}
