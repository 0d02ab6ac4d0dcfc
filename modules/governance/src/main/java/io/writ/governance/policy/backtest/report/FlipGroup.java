package io.writ.governance.policy.backtest.report;

import java.util.List;
import java.util.UUID;

/**
 * Flips of one kind about the same thing.
 *
 * @param examples decisions in which it happened, newest first
 */
public record FlipGroup(FlipKind kind, FlipSubject subject, long count, List<UUID> examples) {

    public FlipGroup {
        examples = List.copyOf(examples);
    }
}
