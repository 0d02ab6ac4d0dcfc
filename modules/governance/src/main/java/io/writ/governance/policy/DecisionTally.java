package io.writ.governance.policy;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/** How often policy was asked on this node, how it answered, and when it was asked last. */
public final class DecisionTally {

    private final LongAdder allowed = new LongAdder();
    private final LongAdder denied = new LongAdder();
    private final LongAdder undecided = new LongAdder();
    private final AtomicReference<Optional<Instant>> last = new AtomicReference<>(Optional.empty());

    void count(PolicyDecision decision, Instant now) {
        switch (decision) {
            case PolicyDecision.Allow _ -> allowed.increment();
            case PolicyDecision.Deny _ -> denied.increment();
            case PolicyDecision.Undecided _ -> undecided.increment();
        }
        last.set(Optional.of(now));
    }

    public long allowed() {
        return allowed.sum();
    }

    public long denied() {
        return denied.sum();
    }

    public long undecided() {
        return undecided.sum();
    }

    /** Absent before the first. */
    public Optional<Instant> last() {
        return last.get();
    }
}
