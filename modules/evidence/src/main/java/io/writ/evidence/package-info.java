/**
 * The words everybody shares: evidence units, claims, budgets, labels and outcomes. Nothing here reads, decides or
 * stores. Start at {@link io.writ.evidence.EvidenceUnit} and {@link io.writ.evidence.Outcome}.
 */
package io.writ.evidence;
