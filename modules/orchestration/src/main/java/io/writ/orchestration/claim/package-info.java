/**
 * Phrases claims from evidence, each citing only the unit that says it, and admits what stayed open. What it phrases is
 * judged by the finalize gate, not here. Start at {@link io.writ.orchestration.claim.AnswerWriter}.
 */
package io.writ.orchestration.claim;
