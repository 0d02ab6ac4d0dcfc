package io.writ.governance.policy.bundle;

import io.writ.governance.policy.bundle.source.BundleFlaw;
import java.util.Optional;

/**
 * Refuses to go back: an old bundle has an old signature that still holds. New data keeps the number of its rule set, so
 * among equals a bundle that was followed by another one does not return either; it would undo a revocation.
 */
final class RollbackCheck implements ActivationCheck {

    private static final String WAY_OUT = "; WRIT_POLICY_ALLOW_ROLLBACK=true lets it pass";

    private final ActivationJournal journal;
    private final LivePolicy live;

    RollbackCheck(ActivationJournal journal, LivePolicy live) {
        this.journal = journal;
        this.live = live;
    }

    @Override
    public Optional<String> objection(Candidate candidate) {
        return newest().flatMap(newest -> objection(Activation.of(candidate), newest));
    }

    @Override
    public BundleFlaw flaw() {
        return BundleFlaw.ROLLBACK;
    }

    /** Another node may bring in a newer bundle while this one is still being checked. */
    @Override
    public boolean isAskedAgain() {
        return true;
    }

    /** Of all nodes; what is in force here counts even where the record of it was lost. */
    private Optional<Activation> newest() {
        Optional<Activation> here = live.state().active().map(Activation::of);
        Optional<Activation> anywhere = journal.newest();
        boolean higherHere = here.isPresent()
                && anywhere.filter(there -> there.ruleSet().compareTo(here.get().ruleSet()) >= 0)
                        .isEmpty();
        return higherHere ? here : anywhere;
    }

    private Optional<String> objection(Activation offered, Activation newest) {
        int order = offered.ruleSet().compareTo(newest.ruleSet());
        if (order < 0) {
            return Optional.of("the bundle is of rule set " + offered.ruleSet() + ", and " + newest.ruleSet()
                    + " was in force already" + WAY_OUT);
        }
        boolean another = !offered.bundle().equals(newest.bundle());
        return order == 0 && another && journal.hasActivated(offered.bundle())
                ? Optional.of("the bundle was in force before, and another of rule set " + newest.ruleSet()
                        + " has followed it; raise rule_set to bring it back" + WAY_OUT)
                : Optional.empty();
    }
}
