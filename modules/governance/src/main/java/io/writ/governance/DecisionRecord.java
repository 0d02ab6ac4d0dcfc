package io.writ.governance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One recorded decision.
 *
 * @param lane and {@code seq} name its ledger entry
 * @param grounds how it came about, as far as the reader may know
 * @param releaseExplanation how the word about what a search found came about, absent when there was none
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
        Grounds grounds,
        Optional<Explanation> releaseExplanation,
        long lane,
        long seq,
        String entryHash) {

    public DecisionRecord {
        rules = List.copyOf(rules);
    }
}
