package io.writ.governance.policy.bundle;

import io.writ.governance.policy.bundle.source.BundleFlaw;
import io.writ.governance.policy.bundle.source.Edition;
import java.time.Instant;
import java.util.Optional;

/**
 * What is in force, and what became of the last look for something else.
 *
 * @param active the bundle in force, absent when there is none
 * @param rules how many functions its plan has, counted once: each rule that other rules refer to is one
 * @param edition what its source calls it
 * @param confirmedAt when the source was last reached and had nothing else, or this
 * @param trouble what the last look ended with, absent when it went well
 */
public record PolicyState(
        PolicySnapshot snapshot,
        Optional<Candidate> active,
        int rules,
        Optional<Edition> edition,
        Instant confirmedAt,
        Optional<Trouble> trouble) {

    /** Why the last look brought nothing. */
    public record Trouble(BundleFlaw flaw, String problem, Instant at) {}

    PolicyState confirmed(Instant now) {
        return new PolicyState(snapshot, active, rules, edition, now, Optional.empty());
    }

    PolicyState troubled(PolicySnapshot instead, Trouble by) {
        return new PolicyState(instead, active, rules, edition, confirmedAt, Optional.of(by));
    }
}
