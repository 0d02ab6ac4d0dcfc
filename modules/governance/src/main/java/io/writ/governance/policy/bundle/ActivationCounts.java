package io.writ.governance.policy.bundle;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How often a look for a bundle ended how: {@code activated}, or the code of a flaw. */
public final class ActivationCounts {

    static final String ACTIVATED = "activated";

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    void count(String outcome) {
        counts.computeIfAbsent(outcome, _ -> new LongAdder()).increment();
    }

    /** By outcome, sorted. */
    public Map<String, Long> byOutcome() {
        Map<String, Long> sums = new TreeMap<>();
        counts.forEach((outcome, count) -> sums.put(outcome, count.sum()));
        return sums;
    }
}
