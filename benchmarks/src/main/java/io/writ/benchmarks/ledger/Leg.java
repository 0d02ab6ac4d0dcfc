package io.writ.benchmarks.ledger;

/**
 * One figure of a goal, and what it is held against. A goal is reached when all its legs are.
 *
 * @param text the figure as it is printed
 * @param value what is compared
 * @param atLeast whether more is better
 */
record Leg(String text, double value, boolean atLeast, double must, double ambition) {

    static Leg atLeast(String text, Spread value, double must, double ambition) {
        return new Leg(text, value.median(), true, must, ambition);
    }

    static Leg atMost(String text, Spread value, double must, double ambition) {
        return new Leg(text, value.median(), false, must, ambition);
    }

    boolean reachesMust() {
        return reaches(must);
    }

    boolean reachesAmbition() {
        return reaches(ambition);
    }

    private boolean reaches(double bound) {
        return atLeast ? value >= bound : value <= bound;
    }
}
