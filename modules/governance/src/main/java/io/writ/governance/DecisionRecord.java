package io.writ.governance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One recorded decision.
 *
 * @param kind decision, intent, outcome or gap
 * @param closes the intent that an outcome or gap ends
 * @param lane and {@code seq} name its ledger entry
 * @param grounds how it came about, as far as the reader may know
 * @param releaseExplanation how the word about what a search found came about, absent when there was none
 * @param outcome allowed, denied, failed, over_budget and so on
 */
public record DecisionRecord(
        String id,
        String kind,
        Optional<String> closes,
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
