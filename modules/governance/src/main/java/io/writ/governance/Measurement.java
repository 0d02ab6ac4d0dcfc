package io.writ.governance;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** One number that a privileged part knows about itself. Labels come from bounded sets. */
public record Measurement(String name, Kind kind, SortedMap<String, String> labels, double value) {

    public Measurement(String name, Kind kind, Map<String, String> labels, double value) {
        this(name, kind, new TreeMap<>(labels), value);
    }

    public Measurement {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }

    /** Whether it only grows. */
    public enum Kind {
        COUNTER,
        GAUGE
    }

    /** Where measurements are taken. */
    @FunctionalInterface
    public interface Gauges {

        /** All of them, now. */
        List<Measurement> now();
    }
}
