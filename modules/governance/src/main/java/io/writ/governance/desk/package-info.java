/**
 * Questions about policy itself: what would it say, what may be asked. Everything here is answered by the decision point
 * and by the catalogue's words; no source is read. Start at {@link io.writ.governance.desk.DecisionPointDesk}.
 */
package io.writ.governance.desk;
