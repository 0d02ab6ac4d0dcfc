package io.writ.governance.policy.bundle;

import io.writ.evidence.Digest;
import io.writ.governance.GovernanceException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Remembers what was recorded, unless its database is away. */
final class FakeJournal implements ActivationJournal {

    final List<ActivationEvent> events = new ArrayList<>();
    Optional<Activation> newest = Optional.empty();
    final Set<Digest> activated = new HashSet<>();
    boolean down;

    @Override
    public boolean record(ActivationEvent event) {
        if (down) {
            return false;
        }
        events.add(event);
        if (event instanceof ActivationEvent.Activated activation) {
            Activation latest = Activation.of(activation.candidate());
            boolean highest = newest.filter(before -> before.ruleSet().compareTo(latest.ruleSet()) > 0)
                    .isEmpty();
            if (activated.add(latest.bundle()) && highest) {
                newest = Optional.of(latest);
            }
        }
        return true;
    }

    @Override
    public Optional<Activation> newest() {
        if (down) {
            throw new GovernanceException("looking");
        }
        return newest;
    }

    @Override
    public boolean hasActivated(Digest bundle) {
        return activated.contains(bundle);
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
