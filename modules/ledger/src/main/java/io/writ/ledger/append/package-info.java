/**
 * The write side of the log, for governance alone. A lane is leased inside the caller's JTA transaction, and the
 * entry is one more row of the statement that writes the record itself. Start at {@link io.writ.ledger.append.Lanes}.
 */
package io.writ.ledger.append;
