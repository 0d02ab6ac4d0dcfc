/**
 * The deterministic finalize gate: it looks for the words and figures of each claim in the units the claim cites. No
 * model, no clock, no I/O. Start at {@link io.writ.evidence.finalization.ClaimGate}.
 */
package io.writ.evidence.finalization;
