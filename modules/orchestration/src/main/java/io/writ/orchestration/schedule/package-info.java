/**
 * Carries out a plan within its budget: waves of gateway calls in parallel, one other way when a first one gives
 * nothing, and a reason for every call that was not made. It decides nothing about access. Start at
 * {@link io.writ.orchestration.schedule.PlanExecution}.
 */
package io.writ.orchestration.schedule;
