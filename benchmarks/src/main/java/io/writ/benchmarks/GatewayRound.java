package io.writ.benchmarks;

import io.writ.benchmarks.load.Figures;

/** One round at one number of callers. */
record GatewayRound(Figures baseline, Figures fetchRows, Figures run) {

    double fetchRowsRatio() {
        return fetchRows.perSecond() / baseline.perSecond();
    }

    double runRatio() {
        return run.perSecond() / baseline.perSecond();
    }
}
