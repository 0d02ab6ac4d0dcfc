package io.writ.orchestration.schedule;

import io.writ.evidence.Budget;
import io.writ.governance.SpentView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What is left of a budget. Calls and steps are reserved before they happen, so that parallel calls cannot overspend
 * together; bytes are what the gateway reports after them.
 */
public final class Allowance {

    /** Stands for "no limit" where the budget says zero; longer than any run is allowed to take. */
    private static final Duration UNLIMITED = Duration.ofMinutes(10);

    private final Budget budget;
    private final Clock clock;
    private final Instant deadline;
    private final AtomicLong bytes = new AtomicLong();
    private int calls;
    private int steps;

    /** The clock starts now. */
    public Allowance(Budget budget, Clock clock) {
        this.budget = budget;
        this.clock = clock;
        this.deadline = clock.instant()
                .plus(budget.wallclockMillisMax() == 0 ? UNLIMITED : Duration.ofMillis(budget.wallclockMillisMax()));
    }

    /** Time until the deadline, never negative. */
    public Duration remaining() {
        Duration left = Duration.between(clock.instant(), deadline);
        return left.isNegative() ? Duration.ZERO : left;
    }

    int parallelism() {
        return budget.parallelism();
    }

    /** Takes one step, or says why there is none. */
    Optional<StopReason> reserveStep() {
        if (steps >= budget.stepsMax()) {
            return Optional.of(StopReason.BUDGET_STEPS);
        }
        steps++;
        return Optional.empty();
    }

    /** Takes one call, or says why there is none. */
    Optional<StopReason> reserveCall() {
        if (calls >= budget.operatorCallsMax()) {
            return Optional.of(StopReason.BUDGET_CALLS);
        }
        Optional<StopReason> exhausted = exhausted();
        if (exhausted.isEmpty()) {
            calls++;
        }
        return exhausted;
    }

    /** What forbids another call at this moment, though it was reserved. */
    Optional<StopReason> exhausted() {
        if (remaining().isZero()) {
            return Optional.of(StopReason.BUDGET_WALLCLOCK);
        }
        boolean bytesSpent = budget.bytesMax() > 0 && bytes.get() >= budget.bytesMax();
        return bytesSpent ? Optional.of(StopReason.BUDGET_BYTES) : Optional.empty();
    }

    /** Parallel answers arrive in any order; the session's counter only grows. */
    void spent(SpentView spent) {
        bytes.accumulateAndGet(spent.bytes(), Math::max);
    }
}
