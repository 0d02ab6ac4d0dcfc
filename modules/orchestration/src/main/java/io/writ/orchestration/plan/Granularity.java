package io.writ.orchestration.plan;

import java.util.Locale;

/** The width of the time buckets of a trend. */
public enum Granularity {
    DAY,
    MONTH;

    /** The parameter value of the aggregate operator. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
