/**
 * The tree over all lanes: hashes, proofs and tiles as in RFC 6962 and C2SP {@code tlog-tiles}. Pure functions of bytes;
 * nothing here reads a database or a clock.
 */
package io.writ.ledger.merkle;
