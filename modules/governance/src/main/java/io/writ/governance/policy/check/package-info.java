/**
 * The load-time proof: what can be shown about a compiled policy before it decides anything. It reports only what is
 * certain; silence is no proof that a policy is right. Nothing here reads files or enforces anything. Start at
 * {@link io.writ.governance.policy.check.PlanCheck}.
 */
package io.writ.governance.policy.check;
