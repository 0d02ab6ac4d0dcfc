/**
 * The decision point: what may be done, under which obligations. It never throws for policy reasons and never answers
 * yes by default. Start at {@link io.writ.governance.policy.PolicyDecisionPoint}.
 */
package io.writ.governance.policy;
