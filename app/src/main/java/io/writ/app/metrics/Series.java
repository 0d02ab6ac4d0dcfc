package io.writ.app.metrics;

import java.util.Iterator;
import java.util.List;

/** One time series: a metric name and its labels. */
record Series(String name, List<Label> labels) implements Comparable<Series> {

    /** One label. Values come from bounded sets, so nothing needs to be evicted. */
    record Label(String name, String value) {}

    Series {
        labels = List.copyOf(labels);
    }

    static Series of(String name, Label... labels) {
        return new Series(name, List.of(labels));
    }

    /** The text form, with one more label if it is not empty. */
    String text(String suffix, String extra) {
        StringBuilder out = new StringBuilder(name).append(suffix);
        Iterator<Label> rest = labels.iterator();
        if (!rest.hasNext() && extra.isEmpty()) {
            return out.toString();
        }
        out.append('{');
        while (rest.hasNext()) {
            Label label = rest.next();
            out.append(label.name())
                    .append("=\"")
                    .append(escaped(label.value()))
                    .append('"');
            if (rest.hasNext() || !extra.isEmpty()) {
                out.append(',');
            }
        }
        return out.append(extra).append('}').toString();
    }

    @Override
    public int compareTo(Series other) {
        return text("", "").compareTo(other.text("", ""));
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
