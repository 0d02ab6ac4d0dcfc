package io.writ.governance.policy.backtest.report;

import java.util.Comparator;

/**
 * What a question was about, as far as a report tells.
 *
 * @param operator {@code -} where there is none, as in all members
 * @param source view or collection, for instance {@code view safe_payroll}
 */
public record FlipSubject(String action, String operator, String source, String classification, String origin)
        implements Comparable<FlipSubject> {

    /** Stands for what a question does not have. */
    public static final String NONE = "-";

    private static final Comparator<FlipSubject> ORDER = Comparator.comparing(FlipSubject::action)
            .thenComparing(FlipSubject::operator)
            .thenComparing(FlipSubject::source)
            .thenComparing(FlipSubject::classification)
            .thenComparing(FlipSubject::origin);

    @Override
    public int compareTo(FlipSubject other) {
        return ORDER.compare(this, other);
    }

    /** For people. */
    @Override
    public String toString() {
        return action + " " + operator + ", " + source + ", " + classification + "/" + origin;
    }
}
