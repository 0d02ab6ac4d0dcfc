package io.writ.governance;

import java.util.List;
import java.util.Optional;

/** Everything that was recorded of one run, in ledger order. */
public record RunRecord(
        RunSummary summary, List<DecisionRecord> decisions, List<EvidenceRecord> evidence, Optional<String> answer) {

    public RunRecord {
        decisions = List.copyOf(decisions);
        evidence = List.copyOf(evidence);
    }
}
