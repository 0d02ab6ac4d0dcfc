/**
 * The sequencer: folds the lanes of all processes into one tree and signs what it says. One process does it at a time,
 * and any other takes over by itself.
 */
package io.writ.ledger.tree;
