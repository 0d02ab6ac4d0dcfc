package io.writ.governance;

import io.writ.evidence.JudgedClaimMap;
import java.util.List;
import java.util.Optional;

/**
 * Everything that was recorded of one run, in ledger order.
 *
 * @param answer what was released, absent while the session is open and after erasure
 * @param claims the claims behind it with their verdicts, absent in the same cases
 */
public record RunRecord(
        RunSummary summary,
        List<DecisionRecord> decisions,
        List<EvidenceRecord> evidence,
        Optional<String> answer,
        Optional<JudgedClaimMap> claims) {

    public RunRecord {
        decisions = List.copyOf(decisions);
        evidence = List.copyOf(evidence);
    }
}
