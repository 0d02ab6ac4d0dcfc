package io.writ.app.metrics;

import java.util.concurrent.atomic.LongAdder;

/** Durations in PECR's eleven buckets, 5 ms to 10 s. */
final class Histogram {

    private static final double[] BOUNDS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
    private static final double NANOS_PER_SECOND = 1e9;

    private final LongAdder[] buckets = new LongAdder[BOUNDS.length + 1];
    private final LongAdder sumNanos = new LongAdder();

    Histogram() {
        for (int i = 0; i < buckets.length; i++) {
            buckets[i] = new LongAdder();
        }
    }

    void record(long nanos) {
        double seconds = nanos / NANOS_PER_SECOND;
        int bucket = 0;
        while (bucket < BOUNDS.length && seconds > BOUNDS[bucket]) {
            bucket++;
        }
        buckets[bucket].increment();
        sumNanos.add(nanos);
    }

    /** The lines of one series; buckets are cumulative. */
    void write(Series series, StringBuilder out) {
        long count = 0;
        for (int i = 0; i < buckets.length; i++) {
            count += buckets[i].sum();
            String bound = i < BOUNDS.length ? plain(BOUNDS[i]) : "+Inf";
            line(out, series.text("_bucket", "le=\"" + bound + "\""), Long.toString(count));
        }
        line(out, series.text("_sum", ""), Double.toString(sumNanos.sum() / NANOS_PER_SECOND));
        line(out, series.text("_count", ""), Long.toString(count));
    }

    private static String plain(double bound) {
        return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
    }

    private static void line(StringBuilder out, String series, String value) {
        out.append(series).append(' ').append(value).append('\n');
    }
}
