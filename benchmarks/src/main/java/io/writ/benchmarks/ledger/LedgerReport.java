package io.writ.benchmarks.ledger;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tables, as Markdown. */
final class LedgerReport {

    private final PrintWriter out;

    LedgerReport(PrintWriter out) {
        this.out = out;
    }

    void goals(Map<String, Outcome> outcomes) {
        out.println();
        out.println("| # | what | must | ambition | measured | reached |");
        out.println("| --- | --- | --- | --- | --- | --- |");
        for (GoalText goal : GoalText.ALL) {
            Outcome outcome = outcomes.get(goal.id());
            if (outcome != null) {
                out.printf(
                        "| %s | %s | %s | %s | %s | %s |%n",
                        goal.id(), goal.what(), goal.must(), goal.ambition(), outcome.text(), outcome.verdict());
            }
        }
        out.flush();
    }

    void slices(Rounds rounds) {
        List<Point> points = rounds.points().stream()
                .filter(point -> rounds.have(List.of(point)))
                .toList();
        if (points.isEmpty()) {
            return;
        }
        out.println();
        out.println(
                "| design | callers | per s | × L0x | p50 ms | p99 ms | CPU µs | of it client | WAL B | flushes | foreign CPU |");
        out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        points.forEach(point -> slice(rounds, point));
        out.flush();
    }

    private void slice(Rounds rounds, Point point) {
        Point base = new Point(Goals.L0X, point.callers(), point.flush());
        String ratio = rounds.have(List.of(base))
                ? rounds.ratio(point, base, SliceFigures::perSecond).ratio()
                : "–";
        out.println(String.format(
                Locale.ROOT,
                "| %s%s | %d | %,.0f | %s | %.2f | %.2f | %.0f | %.0f | %.0f | %.3f | %.0f %% |",
                point.design(),
                point.flush() == Flush.SLOW ? ", 1 ms flush" : "",
                point.callers(),
                rounds.of(point, SliceFigures::perSecond).median(),
                ratio,
                rounds.of(point, SliceFigures::p50Millis).median(),
                rounds.of(point, SliceFigures::p99Millis).median(),
                rounds.of(point, SliceFigures::cpuMicros).median(),
                rounds.of(point, SliceFigures::clientMicros).median(),
                rounds.of(point, SliceFigures::walBytes).median(),
                rounds.of(point, SliceFigures::flushes).median(),
                100 * rounds.of(point, SliceFigures::foreignShare).median()));
    }
}
