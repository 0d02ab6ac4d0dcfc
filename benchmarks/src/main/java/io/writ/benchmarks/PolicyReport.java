package io.writ.benchmarks;

import io.writ.benchmarks.load.Figures;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The table, and the two ratios that travel between machines. */
final class PolicyReport {

    private PolicyReport() {}

    static void print(PrintWriter out, List<PolicyRound> rounds) {
        out.println();
        out.printf("%-24s %16s %10s %9s %9s %9s%n", "way", "per CPU-second", "CPU us", "p50 us", "p95 us", "p99 us");
        line(out, "embedded, explained", rounds, PolicyRound::explained);
        line(out, "embedded, without trace", rounds, PolicyRound::silent);
        line(out, "OPA over REST", rounds, PolicyRound::rest);
        out.println();
        out.printf(
                Locale.ROOT,
                "CPU time of a decision, REST to embedded with explanation: %.0f (of the OPA process alone: %.0f)%n",
                median(rounds, PolicyRound::restToExplained),
                median(rounds, PolicyRound::serverToExplained));
        out.println("One caller; the same questions; processor time of whole processes; median of rounds.");
        out.flush();
    }

    private static void line(
            PrintWriter out, String way, List<PolicyRound> rounds, Function<PolicyRound, PolicyFigures> figures) {
        out.printf(
                Locale.ROOT,
                "%-24s %16.0f %10.1f %9.1f %9.1f %9.1f%n",
                way,
                median(rounds, round -> figures.apply(round).decisionsPerCpuSecond()),
                median(rounds, round -> figures.apply(round).cpuMicrosPerDecision()),
                median(rounds, round -> figures.apply(round).percentileMicros(0.50)),
                median(rounds, round -> figures.apply(round).percentileMicros(0.95)),
                median(rounds, round -> figures.apply(round).percentileMicros(0.99)));
    }

    private static double median(List<PolicyRound> rounds, ToDoubleFunction<PolicyRound> figure) {
        return Figures.middle(rounds.stream().mapToDouble(figure).toArray());
    }
}
