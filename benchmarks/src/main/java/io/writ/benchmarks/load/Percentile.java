package io.writ.benchmarks.load;

/** Percentiles by nearest rank. */
public final class Percentile {

    private static final double NANOS_PER_MILLI = 1_000_000.0;

    private Percentile() {}

    /** The smallest value that at least this share of all values does not exceed. */
    public static long of(long[] sorted, double share) {
        if (sorted.length == 0) {
            throw new IllegalArgumentException("nothing has no percentile");
        }
        int index = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.clamp(index, 0, sorted.length - 1)];
    }

    public static double millis(long[] sortedNanos, double share) {
        return of(sortedNanos, share) / NANOS_PER_MILLI;
    }
}
