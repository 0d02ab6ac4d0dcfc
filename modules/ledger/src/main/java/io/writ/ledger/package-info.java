/**
 * Reading and verifying the log: lanes, entries, and a verifier that re-hashes them. Writing is another door,
 * {@code io.writ.ledger.append}, and is open to governance alone. Start at {@link io.writ.ledger.LedgerReader}.
 */
package io.writ.ledger;
