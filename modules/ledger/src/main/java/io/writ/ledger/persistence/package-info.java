/**
 * The log's tables in SQL, and nothing else: no hash is computed and nothing is judged here. Failures leave as
 * {@link java.sql.SQLException}, for the caller knows what was being attempted. Start at
 * {@link io.writ.ledger.persistence.StoredLedger}.
 */
package io.writ.ledger.persistence;
