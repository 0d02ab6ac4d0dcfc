package io.writ.app.metrics;

import io.writ.governance.Measurement;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The Prometheus text format, version 0.0.4: sorted, so that two scrapes compare line by line. */
final class PrometheusText {

    static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private PrometheusText() {}

    static String of(Meters meters) {
        StringBuilder out = new StringBuilder();
        StringBuilder family = new StringBuilder();
        new TreeMap<>(meters.counters()).forEach((series, value) -> {
            announce(series, "counter", family, out);
            out.append(series.text("", "")).append(' ').append(value.sum()).append('\n');
        });
        for (Map.Entry<Series, Histogram> entry : new TreeMap<>(meters.durations()).entrySet()) {
            announce(entry.getKey(), "histogram", family, out);
            entry.getValue().write(entry.getKey(), out);
        }
        return out.toString();
    }

    /** What privileged parts measure themselves; sorted by them. */
    static String of(List<Measurement> measurements) {
        StringBuilder out = new StringBuilder();
        StringBuilder family = new StringBuilder();
        for (Measurement measurement : measurements) {
            Series series = new Series(
                    measurement.name(),
                    measurement.labels().entrySet().stream()
                            .map(label -> new Series.Label(label.getKey(), label.getValue()))
                            .toList());
            announce(series, measurement.kind().name().toLowerCase(Locale.ROOT), family, out);
            out.append(series.text("", ""))
                    .append(' ')
                    .append(BigDecimal.valueOf(measurement.value())
                            .stripTrailingZeros()
                            .toPlainString())
                    .append('\n');
        }
        return out.toString();
    }

    /** Sorted series of one family stand together, so the type is told once. */
    private static void announce(Series series, String type, StringBuilder family, StringBuilder out) {
        if (!family.toString().equals(series.name())) {
            family.setLength(0);
            family.append(series.name());
            out.append("# TYPE ").append(series.name()).append(' ').append(type).append('\n');
        }
    }
}
