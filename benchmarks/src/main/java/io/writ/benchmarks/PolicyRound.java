package io.writ.benchmarks;

/** One round: the same questions put to each way of deciding. */
record PolicyRound(PolicyFigures explained, PolicyFigures silent, PolicyFigures rest) {

    /** How much more processor time a decision takes over REST than here with its explanation. */
    double restToExplained() {
        return rest.cpuMicrosPerDecision() / explained.cpuMicrosPerDecision();
    }

    /** The same without what the caller's side of REST takes. */
    double serverToExplained() {
        return (rest.cpuMicrosPerDecision() - rest.ownMicrosPerDecision()) / explained.cpuMicrosPerDecision();
    }
}
