/**
 * Commands about the ledger. They read with the auditor's rights and change nothing; only {@code restart} writes, one
 * notice, with the sequencer's.
 */
@NullMarked
package io.writ.cli.ledger;

import org.jspecify.annotations.NullMarked;
