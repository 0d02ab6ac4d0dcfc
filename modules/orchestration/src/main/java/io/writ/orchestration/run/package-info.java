/**
 * Runs a question from start to end: vocabulary, plan, session, reads, claims, finalization. Start at
 * {@link io.writ.orchestration.run.PlannedRuns}.
 */
package io.writ.orchestration.run;
