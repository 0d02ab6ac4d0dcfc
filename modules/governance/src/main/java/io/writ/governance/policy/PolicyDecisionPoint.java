package io.writ.governance.policy;

import java.util.Optional;

/** Asks policy. */
public interface PolicyDecisionPoint {

    /** Never null, never an exception for policy reasons: whatever goes wrong is a denial with a code. */
    PolicyDecision decide(PolicyRequest request);

    /**
     * The same question, to be put again with changes to the policy that answered it. Nothing when another policy is in
     * force by now, or when there is none that could be asked idly.
     */
    default Optional<Hypothetical> reconsider(Provenance decided) {
        return Optional.empty();
    }

    /** What is loaded. */
    PolicyStatus status();
}
