package io.writ.benchmarks.ledger;

/**
 * What a slice measures: one design at one number of callers.
 *
 * @param design its name in the tables
 */
record Point(String design, int callers, Flush flush) {

    static Point of(String design, int callers) {
        return new Point(design, callers, Flush.NATIVE);
    }

    static Point slow(String design, int callers) {
        return new Point(design, callers, Flush.SLOW);
    }

    @Override
    public String toString() {
        return design + " c=" + callers + (flush == Flush.SLOW ? " 1 ms" : "");
    }
}
