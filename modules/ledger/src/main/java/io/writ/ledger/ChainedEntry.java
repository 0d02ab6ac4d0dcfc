package io.writ.ledger;

import io.writ.evidence.Digest;

/**
 * An entry, and what it follows.
 *
 * @param previous the entry before it in its lane, or the lane's genesis
 */
public record ChainedEntry(LedgerEntry entry, Digest previous) {

    /** Whether the entry's hash follows from its own words and the entry before. */
    public boolean follows() {
        return LedgerHash.entry(previous, entry.lane(), entry.seq(), entry.kind(), entry.leaf())
                .equals(entry.entry());
    }
}
