/**
 * The log as files: written from a database in one pass, read again without one. {@code docs/formats/ledger-export.md} is
 * the format. Nothing here hashes entries or judges; start at {@link io.writ.ledger.export.ExportWriting} and
 * {@link io.writ.ledger.export.ExportSnapshot}.
 */
package io.writ.ledger.export;
