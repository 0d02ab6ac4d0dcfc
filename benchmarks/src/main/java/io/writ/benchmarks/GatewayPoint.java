package io.writ.benchmarks;

import io.writ.benchmarks.load.Figures;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** All rounds at one number of callers. */
record GatewayPoint(int callers, List<GatewayRound> rounds) {

    GatewayPoint {
        rounds = List.copyOf(rounds);
    }

    Figures median(Function<GatewayRound, Figures> which) {
        return Figures.median(rounds.stream().map(which).toList());
    }

    /** The median of the ratios of each round, not the ratio of medians. */
    double medianRatio(ToDoubleFunction<GatewayRound> which) {
        return Figures.middle(rounds.stream().mapToDouble(which).toArray());
    }
}
