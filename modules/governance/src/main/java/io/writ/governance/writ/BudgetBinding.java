package io.writ.governance.writ;

import io.writ.evidence.canonical.Rfc8785;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Holds the budget against the record that granted it and those that spent it. */
final class BudgetBinding {

    private BudgetBinding() {}

    static void check(Node predicate, Records records, JsonObject opened, JsonObject finished) {
        Node budget = predicate.node("budget").with(Set.of("granted", "spent"), Set.of());
        JsonValue granted = opened.getJsonObject("detail").get("budget");
        boolean same = granted != null
                && Arrays.equals(
                        Rfc8785.bytes(granted),
                        Rfc8785.bytes(budget.node("granted").object()));
        Broken.unless(same, Fault.BUDGET_GRANTED, "budget.granted");
        spent(budget.node("spent").with(Set.of("bytes", "operator_calls"), Set.of()), records, finished);
    }

    /** Calls that were answered are charged; those of withheld records can only be believed. */
    private static void spent(Node spent, Records records, JsonObject finished) {
        List<JsonObject> charged = records.open()
                .filter(record -> Records.text(record, "event").equals("operator_call")
                        && Records.text(record, "outcome").equals("answered"))
                .toList();
        long bytes = charged.stream()
                .mapToLong(record -> number(record, "params_bytes") + number(record, "result_bytes"))
                .sum();
        boolean complete = records.withheld() == 0;
        fits(spent, "operator_calls", charged.size(), complete);
        fits(spent, "bytes", bytes, complete);
        boolean counted = spent.number("operator_calls") == CountBinding.counted(finished, "answered");
        Broken.unless(counted, Fault.BUDGET_SPENT, spent.inside("operator_calls"));
    }

    private static void fits(Node spent, String name, long recorded, boolean complete) {
        long said = spent.number(name);
        Broken.unless(complete ? said == recorded : said >= recorded, Fault.BUDGET_SPENT, spent.inside(name));
    }

    private static long number(JsonObject record, String name) {
        return record.get(name) instanceof JsonNumber number ? number.longValue() : 0;
    }
}
