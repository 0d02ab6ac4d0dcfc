package io.writ.governance.writ;

import java.util.List;

/** Holds the entries against what the end of the run counted: nothing that belongs to the run is left out. */
final class CountBinding {

    private CountBinding() {}

    static void check(Node predicate, Records records, Node opened, Node finished) {
        boolean closes = finished.textOrNone("closes").equals(opened.textOrNone("record_id"));
        Broken.unless(closes, Fault.RUN_FINISHED, "ledger.entries");
        // The end counts everything before it, and itself not.
        Node counted = finished.node("run");
        boolean whole = inside(predicate.nodes("decisions")) == counted.number("records") + 1;
        Broken.unless(whole, Fault.RUN_COUNTS, "ledger.entries");
        long units = records.open()
                .filter(record -> !DecisionSummary.isAfterEnd(record.object()))
                .mapToLong(record -> record.nodesOrNone("evidence").size())
                .sum();
        long evidence = counted.number("evidence");
        boolean released = records.withheld() == 0 ? units == evidence : units <= evidence;
        Broken.unless(released, Fault.RUN_COUNTS, "ledger.entries");
    }

    private static long inside(List<Node> decisions) {
        return decisions.stream()
                .filter(decision -> !DecisionSummary.isAfterEnd(decision.object()))
                .count();
    }
}
