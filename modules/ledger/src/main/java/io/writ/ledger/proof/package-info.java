/**
 * Proofs that travel: what the log signs beside its checkpoints, and how whoever has only a file and a public key checks
 * entry, proof and checkpoint. Nothing here reads a database. Start at {@link io.writ.ledger.proof.CheckpointProof}.
 */
package io.writ.ledger.proof;
