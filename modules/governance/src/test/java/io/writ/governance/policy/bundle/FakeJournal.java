package io.writ.governance.policy.bundle;

import io.writ.evidence.Digest;
import io.writ.governance.GovernanceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Remembers what was recorded, unless its database is away. */
final class FakeJournal implements ActivationJournal {

    final List<ActivationEvent> events = new ArrayList<>();
    Optional<RuleSet> newest = Optional.empty();
    boolean down;

    @Override
    public boolean record(ActivationEvent event) {
        if (down) {
            return false;
        }
        events.add(event);
        if (event instanceof ActivationEvent.Activated activated) {
            newest = Optional.of(activated.candidate().ruleSet());
        }
        return true;
    }

    @Override
    public Optional<RuleSet> newest() {
        if (down) {
            throw new GovernanceException("looking");
        }
        return newest;
    }

    @Override
    public Optional<Digest> newestBundle() {
        return events.reversed().stream()
                .filter(ActivationEvent.Activated.class::isInstance)
                .map(event ->
                        ((ActivationEvent.Activated) event).candidate().bundle().digest())
                .findFirst();
    }

    /** What was recorded, in a word each. */
    List<String> words() {
        return events.stream()
                .map(event -> switch (event) {
                    case ActivationEvent.Activated activated ->
                        "activated " + activated.candidate().ruleSet();
                    case ActivationEvent.Refused refused -> refused.flaw().code();
                })
                .toList();
    }
}
