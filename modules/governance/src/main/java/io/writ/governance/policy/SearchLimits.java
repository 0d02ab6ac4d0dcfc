package io.writ.governance.policy;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How far a search for the least change goes.
 *
 * @param evaluationsMax how often policy is asked
 * @param time after which no further question begins
 * @param alternativesMax how many answers are enough
 * @param nanos the clock of the search, as {@link System#nanoTime()}
 */
record SearchLimits(int evaluationsMax, Duration time, int alternativesMax, LongSupplier nanos) {

    /**
     * That many evaluations take some two milliseconds, which is not felt beside the commit that every refusal costs, and
     * ten times as long in a server that has just started. A person reads five alternatives and not more.
     */
    static final SearchLimits STANDARD = new SearchLimits(128, Duration.ofMillis(25), 5, System::nanoTime);
}
