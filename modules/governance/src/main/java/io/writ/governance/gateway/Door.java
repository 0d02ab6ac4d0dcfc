package io.writ.governance.gateway;

import io.writ.governance.GovernanceConfig.RateLimits;
import io.writ.governance.budget.RateLimit;

/**
 * How a kind of call is admitted.
 *
 * @param fresh whether remembered progress is not good enough
 */
record Door(RateLimit limit, boolean fresh) {

    /** For questions to policy itself: one counter for all of them, because what they cost is alike. */
    static Door ofPolicyQuestions(RateLimits limits) {
        return new Door(new RateLimit("policy", limits.policyQuestions(), limits.window()), false);
    }
}
