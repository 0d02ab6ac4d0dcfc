/**
 * Retires the bodies of records by month: what was decided and on which evidence goes, entries and tree stay. A notice in
 * the log names what went, so that what is missing is told from what was taken away. Start at
 * {@link io.writ.ledger.retention.RetiredRange}.
 */
package io.writ.ledger.retention;
