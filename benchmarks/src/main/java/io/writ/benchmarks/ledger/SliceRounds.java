package io.writ.benchmarks.ledger;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Measures points in rounds: each round every point once and the base twice, one number of callers after another. */
final class SliceRounds {

    private final Map<String, Design> designs;
    private final PrintWriter out;

    SliceRounds(Map<String, Design> designs, PrintWriter out) {
        this.designs = Map.copyOf(designs);
        this.out = out;
    }

    /** Rounds that count, after one that does not: it is for the compiler. */
    void measure(Rounds rounds, int count, List<Point> points, SliceRun run, SliceRun warmUp) throws SQLException {
        List<Point> order = order(points);
        out.println("warming up, " + order.size() + " slices");
        out.flush();
        for (Point point : order) {
            warmUp.measure(point, Designs.named(point.design(), designs));
        }
        for (int round = 0; round < count; round++) {
            for (Point point : order) {
                SliceFigures figures = run.measure(point, Designs.named(point.design(), designs));
                rounds.add(round, point, figures);
                say(round, count, point, figures);
            }
        }
    }

    /** By callers; the base at both ends of each, so that drift within a round shows in both. */
    static List<Point> order(List<Point> points) {
        Map<Integer, List<Point>> byCallers = new TreeMap<>();
        points.forEach(point -> byCallers
                .computeIfAbsent(point.callers(), _ -> new ArrayList<>())
                .add(point));
        List<Point> order = new ArrayList<>();
        for (List<Point> same : byCallers.values()) {
            List<Point> base = same.stream()
                    .filter(point -> point.design().equals(Goals.L0X))
                    .toList();
            order.addAll(base);
            same.stream().filter(point -> !base.contains(point)).forEach(order::add);
            order.addAll(base);
        }
        return order;
    }

    private void say(int round, int count, Point point, SliceFigures figures) {
        out.println(String.format(
                Locale.ROOT,
                "round %d of %d  %-16s %8.0f/s  p50 %6.2f ms  p99 %7.2f ms  CPU %4.0f us (client %4.0f)  WAL %5.0f B"
                        + "  flushes %.3f  foreign %2.0f %%",
                round + 1,
                count,
                point,
                figures.perSecond(),
                figures.p50Millis(),
                figures.p99Millis(),
                figures.cpuMicros(),
                figures.clientMicros(),
                figures.walBytes(),
                figures.flushes(),
                100 * figures.foreignShare()));
        out.flush();
    }
}
