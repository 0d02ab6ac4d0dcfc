package io.writ.governance.writ;

import jakarta.json.JsonObject;
import java.util.List;

/** Holds each decision against its record; where that is withheld, what is said of it is only signed. */
final class DecisionBinding {

    private DecisionBinding() {}

    static void check(Node predicate, Records records) {
        List<Node> decisions = predicate.nodes("decisions");
        Broken.unless(decisions.size() == records.entries().size(), Fault.DECISION_FACTS, "decisions");
        for (int index = 0; index < decisions.size(); index++) {
            Entry entry = records.entries().get(index);
            JsonObject summary = decisions.get(index).object();
            boolean fits = Records.text(summary, "record_id").equals(entry.recordId())
                    && Records.text(summary, "kind").equals(Entry.wireName(entry.kind()))
                    && entry.record()
                            .map(record -> DecisionSummary.of(record).equals(summary))
                            .orElseGet(() -> DecisionSummary.isPlausible(summary));
            Broken.unless(fits, Fault.DECISION_FACTS, decisions.get(index).place());
        }
    }
}
