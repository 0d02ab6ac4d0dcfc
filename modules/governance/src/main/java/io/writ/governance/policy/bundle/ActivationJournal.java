package io.writ.governance.policy.bundle;

import io.writ.evidence.Digest;
import java.util.Optional;

/** Where activations and refusals are recorded. */
public interface ActivationJournal {

    /** Tells whether the event is durable; if it is not, the bundle does not come into force. */
    boolean record(ActivationEvent event);

    /**
     * The highest rule set that came into force, on any node and before any restart, and of its bundles the one
     * that appeared last.
     *
     * @throws io.writ.governance.GovernanceException when nobody can say
     */
    Optional<Activation> newest();

    /**
     * Whether this bundle was in force once, on any node and before any restart.
     *
     * @throws io.writ.governance.GovernanceException when nobody can say
     */
    boolean hasActivated(Digest bundle);
}
