package io.writ.governance.persistence;

/**
 * One question among those that a batch puts to a gate.
 *
 * @param place of the decision in its batch
 */
record Asked<G extends Gate<?>>(int place, G gate) {}
