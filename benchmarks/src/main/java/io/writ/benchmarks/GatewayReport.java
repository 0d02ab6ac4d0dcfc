package io.writ.benchmarks;

import io.writ.benchmarks.load.Figures;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** The table a reader compares with another run; ratios travel between machines, absolute figures do not. */
final class GatewayReport {

    private GatewayReport() {}

    static void print(PrintWriter out, List<GatewayPoint> points, RoundTrips trips) {
        out.println();
        out.printf("%-8s %-22s %10s %10s %10s %8s%n", "callers", "what", "per s", "p50 ms", "p99 ms", "ratio");
        for (GatewayPoint point : points) {
            String callers = Integer.toString(point.callers());
            line(out, callers, "one-row insert", point.median(GatewayRound::baseline), 1.0);
            line(
                    out,
                    callers,
                    "fetch_rows",
                    point.median(GatewayRound::fetchRows),
                    point.medianRatio(GatewayRound::fetchRowsRatio));
            line(out, callers, "run", point.median(GatewayRound::run), point.medianRatio(GatewayRound::runRatio));
        }
        out.println();
        out.printf(Locale.ROOT, "Database round trips: fetch_rows %.1f, run %.1f%n", trips.fetchRows(), trips.run());
        out.println(
                "ratio: calls per second over durable one-row inserts per second, same round, same database; median");
        out.println("of rounds. Client, server and database share this machine's processors.");
        out.flush();
    }

    private static void line(PrintWriter out, String callers, String what, Figures figures, double ratio) {
        out.printf(
                Locale.ROOT,
                "%-8s %-22s %10.0f %10.2f %10.2f %8.2f%n",
                callers,
                what,
                figures.perSecond(),
                figures.p50Millis(),
                figures.p99Millis(),
                ratio);
    }
}
