package io.writ.governance.writ;

import io.writ.evidence.canonical.Rfc8785;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Holds the budget against the record that granted it and those that spent it. */
final class BudgetBinding {

    private BudgetBinding() {}

    static void check(Node predicate, Records records, Node opened, Node finished) {
        Node budget = predicate.node("budget").with(Set.of("granted", "spent"), Set.of());
        boolean same = Arrays.equals(
                Rfc8785.bytes(opened.node("detail").node("budget").object()),
                Rfc8785.bytes(budget.node("granted").object()));
        Broken.unless(same, Fault.BUDGET_GRANTED, "budget.granted");
        spent(budget.node("spent").with(Set.of("bytes", "operator_calls"), Set.of()), records, finished);
    }

    /** Calls that were answered are charged; those of withheld records can only be believed. */
    private static void spent(Node spent, Records records, Node finished) {
        List<Node> charged = records.open()
                .filter(record -> Records.says(record, "operator_call", "answered"))
                .toList();
        long bytes = charged.stream()
                .mapToLong(record -> record.numberOrNone("params_bytes") + record.numberOrNone("result_bytes"))
                .reduce(0, BudgetBinding::sum);
        boolean complete = records.withheld() == 0;
        fits(spent, "operator_calls", charged.size(), complete);
        fits(spent, "bytes", bytes, complete);
        boolean counted = spent.number("operator_calls") == finished.node("run").number("answered");
        Broken.unless(counted, Fault.BUDGET_SPENT, spent.inside("operator_calls"));
    }

    private static void fits(Node spent, String name, long recorded, boolean complete) {
        long said = spent.number(name);
        Broken.unless(complete ? said == recorded : said >= recorded, Fault.BUDGET_SPENT, spent.inside(name));
    }

    /** Beyond the largest number that a writ may state every sum is alike, and none overflows. */
    private static long sum(long left, long right) {
        return Math.min(left + right, Node.NUMBER_MAX + 1);
    }
}
