package io.writ.governance.policy;

/**
 * A call that needs an Allow before it runs.
 *
 * @param <R> what the governed operation returns
 */
public interface GovernedCall<R> {

    /** What policy is asked. */
    PolicyRequest policyRequest();

    /** What the caller gets instead when policy answered with a denial, or with nothing that can be trusted. */
    R withheld(PolicyDecision decision);
}
