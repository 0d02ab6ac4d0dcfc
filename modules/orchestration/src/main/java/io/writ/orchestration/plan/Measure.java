package io.writ.orchestration.plan;

import java.util.Set;

/** What a figure does with the values of a field. */
enum Measure {
    COUNT,
    SUM,
    AVERAGE,
    HIGHEST,
    LOWEST;

    /** Whether a catalogue metric of that name is this measure. */
    boolean isCalled(String metricName) {
        return switch (this) {
            case COUNT -> metricName.equals("count");
            case SUM -> Set.of("sum", "total").contains(metricName);
            case AVERAGE -> Set.of("avg", "average", "mean").contains(metricName);
            case HIGHEST -> Set.of("max", "maximum").contains(metricName);
            case LOWEST -> Set.of("min", "minimum").contains(metricName);
        };
    }

    boolean isExtreme() {
        return this == HIGHEST || this == LOWEST;
    }
}
