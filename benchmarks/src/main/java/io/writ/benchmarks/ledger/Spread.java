package io.writ.benchmarks.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** A figure over all rounds: its median, and how far the rounds lie apart. */
record Spread(double median, double min, double max) {

    static Spread of(DoubleStream rounds) {
        double[] sorted = rounds.sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("there is no round to form a median of");
        }
        if (!Arrays.stream(sorted).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("a round gave no number: " + Arrays.toString(sorted));
        }
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }

    /** Two decimals, with the extremes in brackets. */
    String ratio() {
        return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", median, min, max);
    }

    String with(String format, String unit) {
        String number = format + " (" + format + "–" + format + ")";
        return String.format(Locale.ROOT, number, median, min, max) + unit;
    }

    /** A share as a change: 0.08 is +8 %. */
    String percent() {
        return String.format(Locale.ROOT, "%+.0f %% (%+.0f–%+.0f)", 100 * median, 100 * min, 100 * max);
    }
}
