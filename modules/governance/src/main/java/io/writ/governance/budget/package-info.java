/**
 * Limits on how often and how much. What a session may spend is checked where it is recorded; what is kept here only
 * saves round trips and never admits beyond the limit that all nodes share. Start at
 * {@link io.writ.governance.budget.RateWindows}.
 */
package io.writ.governance.budget;
