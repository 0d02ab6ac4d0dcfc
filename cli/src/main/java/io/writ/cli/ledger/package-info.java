/** Commands about the ledger. They read with the auditor's rights and change nothing. */
@NullMarked
package io.writ.cli.ledger;

import org.jspecify.annotations.NullMarked;
