package io.writ.governance.gateway;

import io.writ.governance.budget.RateLimit;

/**
 * How a kind of call is admitted.
 *
 * @param fresh whether remembered progress is not good enough
 */
record Door(RateLimit limit, boolean fresh) {}
