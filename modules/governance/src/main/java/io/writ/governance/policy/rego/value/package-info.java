/**
 * Rego's values: seven immutable kinds with Rego's order and equality. Nothing here evaluates; builders grow a
 * collection while a rule runs and freeze it when it is read. Start at
 * {@link io.writ.governance.policy.rego.value.RegoValue}.
 */
package io.writ.governance.policy.rego.value;
