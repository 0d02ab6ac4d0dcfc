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
            Node decision = decisions.get(index);
            JsonObject summary = decision.object();
            boolean fits = decision.textOrNone("record_id").equals(entry.recordId())
                    && decision.textOrNone("kind").equals(Entry.wireName(entry.kind()))
                    && entry.record()
                            .map(record -> DecisionSummary.of(record.object()).equals(summary))
                            .orElseGet(() -> DecisionSummary.isPlausible(summary));
            Broken.unless(fits, Fault.DECISION_FACTS, decision.place());
        }
    }
}
