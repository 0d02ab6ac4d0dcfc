package io.writ.governance.policy.check;

import java.util.Comparator;

/**
 * Something about a policy that is certainly not meant.
 *
 * @param code stable, for instance {@code policy.check.unknown_input}
 * @param rule the rule, or the grant, it is about
 * @param where file and row of the Rego sources, or a pointer into the data
 * @param advice one sentence that says what to do
 */
public record Finding(Severity severity, String code, String rule, String where, String advice)
        implements Comparable<Finding> {

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(Finding::where)
            .thenComparing(Finding::code)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::advice);

    /** Something that may be right or wrong, and took too much to find out. */
    static Finding unproven(String where, String advice) {
        return new Finding(Severity.WARNING, Codes.UNPROVEN, PlanCheck.ENTRYPOINT, where, advice);
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
