package io.writ.governance.policy.bundle;

import io.writ.evidence.Digest;
import java.util.Optional;

/** Where activations and refusals are recorded. */
public interface ActivationJournal {

    /** Tells whether the event is durable; if it is not, the bundle does not come into force. */
    boolean record(ActivationEvent event);

    /**
     * The rule set that came into force last, on any node and before any restart.
     *
     * @throws io.writ.governance.GovernanceException when nobody can say
     */
    Optional<RuleSet> newest();

    /**
     * Digest of the bundle that came into force last, on any node and before any restart.
     *
     * @throws io.writ.governance.GovernanceException when nobody can say
     */
    Optional<Digest> newestBundle();
}
