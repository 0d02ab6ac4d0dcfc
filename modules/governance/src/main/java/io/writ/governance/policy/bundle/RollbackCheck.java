package io.writ.governance.policy.bundle;

import io.writ.governance.policy.bundle.source.BundleFlaw;
import java.util.Optional;

/** Refuses to go back: an old bundle has an old signature that still holds. */
final class RollbackCheck implements ActivationCheck {

    private final ActivationJournal journal;

    RollbackCheck(ActivationJournal journal) {
        this.journal = journal;
    }

    @Override
    public Optional<String> objection(Candidate candidate) {
        return journal.newest()
                .filter(newest -> candidate.ruleSet().compareTo(newest) < 0)
                .map(newest -> "the bundle is of rule set " + candidate.ruleSet() + ", and " + newest
                        + " was in force already; WRIT_POLICY_ALLOW_ROLLBACK=true lets it pass");
    }

    @Override
    public BundleFlaw flaw() {
        return BundleFlaw.ROLLBACK;
    }
}
