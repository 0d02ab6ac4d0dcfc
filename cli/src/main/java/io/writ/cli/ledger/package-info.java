/**
 * Commands about the ledger. They read with the auditor's rights and change nothing, but for two: {@code restart} writes a
 * notice with the sequencer's rights, and {@code retain} retires bodies with the owner's.
 */
@NullMarked
package io.writ.cli.ledger;

import org.jspecify.annotations.NullMarked;
