package io.writ.benchmarks.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** What one window gave: calls per second and latency percentiles in milliseconds. */
public record Figures(double perSecond, double p50Millis, double p99Millis) {

    public static Figures of(List<long[]> nanosByCaller, Duration window) {
        long[] sorted =
                nanosByCaller.stream().flatMapToLong(LongStream::of).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalStateException("no call was answered in the window");
        }
        double seconds = window.toNanos() / 1e9;
        return new Figures(sorted.length / seconds, Percentile.millis(sorted, 0.50), Percentile.millis(sorted, 0.99));
    }

    /** The median of several windows, each figure for itself. */
    public static Figures median(List<Figures> windows) {
        return new Figures(
                middle(windows.stream().mapToDouble(Figures::perSecond).toArray()),
                middle(windows.stream().mapToDouble(Figures::p50Millis).toArray()),
                middle(windows.stream().mapToDouble(Figures::p99Millis).toArray()));
    }

    public static double middle(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
