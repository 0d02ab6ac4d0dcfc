/**
 * Turns a question into typed steps, by the words the catalogue offers this caller and by plain English grammar words.
 * Nothing here knows a source by name, and nothing here reads. Start at {@link io.writ.orchestration.plan.Planner}.
 */
package io.writ.orchestration.plan;
