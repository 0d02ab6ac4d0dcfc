package io.writ.governance.policy;

/** Asks policy. */
public interface PolicyDecisionPoint {

    /** Never null, never an exception for policy reasons: whatever goes wrong is a denial with a code. */
    PolicyDecision decide(PolicyRequest request);

    /** What is loaded. */
    PolicyStatus status();
}
