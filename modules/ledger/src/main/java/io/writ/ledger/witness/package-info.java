/**
 * Signs checkpoints of other logs that extend what was signed before, and remembers each before the signature leaves.
 * Start at {@link io.writ.ledger.witness.DatabaseWitness}.
 */
package io.writ.ledger.witness;
