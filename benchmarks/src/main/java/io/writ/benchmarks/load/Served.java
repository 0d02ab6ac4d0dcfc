package io.writ.benchmarks.load;

import java.util.stream.LongStream;

/**
 * What a closed loop was answered.
 *
 * @param total answers from the first to the last, ramp included
 * @param inWindow answers while the window was open
 */
public record Served(long total, long inWindow, double p50Millis, double p99Millis) {

    static Served of(long total, LongStream nanosInWindow) {
        long[] sorted = nanosInWindow.sorted().toArray();
        return sorted.length == 0
                ? new Served(total, 0, Double.NaN, Double.NaN)
                : new Served(total, sorted.length, Percentile.millis(sorted, 0.50), Percentile.millis(sorted, 0.99));
    }

    /** One line that {@link #parse} reads: the loop may run in another process. */
    public String written() {
        return total + " " + inWindow + " " + p50Millis + " " + p99Millis;
    }

    public static Served parse(String written) {
        String[] part = written.strip().split(" ", -1);
        return new Served(
                Long.parseLong(part[0]),
                Long.parseLong(part[1]),
                Double.parseDouble(part[2]),
                Double.parseDouble(part[3]));
    }
}
