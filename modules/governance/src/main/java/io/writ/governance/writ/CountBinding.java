package io.writ.governance.writ;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.List;

/** Holds the entries against what the end of the run counted: nothing that belongs to the run is left out. */
final class CountBinding {

    private CountBinding() {}

    static void check(Node predicate, Records records, JsonObject opened, JsonObject finished) {
        boolean closes = Records.text(finished, "closes").equals(Records.text(opened, "record_id"));
        Broken.unless(closes, Fault.RUN_FINISHED, "ledger.entries");
        // The end counts everything before it, and itself not.
        boolean whole = inside(predicate.nodes("decisions")) == counted(finished, "records") + 1;
        Broken.unless(whole, Fault.RUN_COUNTS, "ledger.entries");
        long units = records.open()
                .filter(record -> record.containsKey("evidence") && !DecisionSummary.isAfterEnd(record))
                .mapToLong(record -> record.getJsonArray("evidence").size())
                .sum();
        long evidence = counted(finished, "evidence");
        boolean released = records.withheld() == 0 ? units == evidence : units <= evidence;
        Broken.unless(released, Fault.RUN_COUNTS, "ledger.entries");
    }

    /** A number in the record that ended the run. */
    static long counted(JsonObject finished, String name) {
        boolean there = finished.get("run") instanceof JsonObject counts && counts.get(name) instanceof JsonNumber;
        Broken.unless(there, Fault.RUN_COUNTS, "ledger.entries");
        return finished.getJsonObject("run").getJsonNumber(name).longValue();
    }

    private static long inside(List<Node> decisions) {
        return decisions.stream()
                .filter(decision -> !DecisionSummary.isAfterEnd(decision.object()))
                .count();
    }
}
