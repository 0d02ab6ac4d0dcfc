package io.writ.governance.policy.check;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How much one check may take. A server checks while it starts and while it looks for bundles, and a policy can be
 * written so that a proof takes for ever. What lies beyond is not proven, and said to be so.
 */
final class Effort {

    /** The shipped policy is checked in less than a second. */
    private static final Duration TIME = Duration.ofSeconds(20);

    /** Statements that are read. The shipped policy has less than a tenth; loops in loops double with each level. */
    private static final int STEPS_MAX = 500_000;

    private static final int STEPS_PER_LOOK_AT_THE_CLOCK = 1_024;

    private final LongSupplier nanoTime;
    private final long deadline;
    private int steps;

    Effort(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.deadline = nanoTime.getAsLong() + TIME.toNanos();
    }

    /** Takes one step, and tells whether it may be taken. */
    boolean allowsStep() {
        steps++;
        return steps <= STEPS_MAX && (steps % STEPS_PER_LOOK_AT_THE_CLOCK != 0 || hasTime());
    }

    boolean hasTime() {
        return nanoTime.getAsLong() - deadline < 0;
    }
}
