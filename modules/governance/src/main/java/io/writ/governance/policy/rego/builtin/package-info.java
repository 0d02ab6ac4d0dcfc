/**
 * Rego's builtins, by family, as pure functions of their operands. What depends on the moment, on chance, on the
 * network or on the process is missing on purpose: a decision has to come out the same when it is replayed. Start at
 * {@link io.writ.governance.policy.rego.builtin.Builtins}.
 */
package io.writ.governance.policy.rego.builtin;
