package io.writ.governance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One recorded decision.
 *
 * @param lane and {@code seq} name its ledger entry
 * @param outcome allowed, denied, failed, over_budget and so on
 */
public record DecisionRecord(
        String id,
        Instant occurredAt,
        String action,
        Optional<String> operator,
        String verdict,
        String reason,
        String outcome,
        List<String> rules,
        String policyRevision,
        String policyDigest,
        long lane,
        long seq,
        String entryHash) {

    public DecisionRecord {
        rules = List.copyOf(rules);
    }
}
