package io.writ.ledger.append;

import io.writ.evidence.Digest;
import io.writ.ledger.EntryKind;
import io.writ.ledger.LedgerEntry;
import java.util.UUID;

/** The exclusive right to append to one lane until the transaction ends. Not thread-safe. */
public interface LaneLease {

    /**
     * The next entry of the lane. The caller inserts exactly this row, with {@link EntryInsert}, in the leased
     * transaction, or rolls back.
     */
    LedgerEntry next(EntryKind kind, UUID recordId, Digest leaf);
}
