/**
 * Policy answered by an OPA server beside this process. It trusts a reply only when it names the revision that was asked
 * for, and turns every other reply, and every silence, into a failure with its own code. Around that: what to do when the
 * server fails, answers that may be used again, and comparing two engines while one of them decides. Start at
 * {@link io.writ.governance.policy.remote.EngineChoice}.
 */
package io.writ.governance.policy.remote;
