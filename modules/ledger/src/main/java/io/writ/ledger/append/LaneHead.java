package io.writ.ledger.append;

import io.writ.evidence.Digest;
import io.writ.ledger.EntryKind;
import io.writ.ledger.LedgerEntry;
import io.writ.ledger.LedgerHash;
import java.util.UUID;

/**
 * The end of a chain.
 *
 * @param seq position of the last entry, 0 for a new lane
 * @param entry hash of the last entry, the genesis for a new lane
 */
record LaneHead(long lane, long seq, Digest entry) {

    LedgerEntry next(EntryKind kind, UUID recordId, Digest leaf) {
        long nextSeq = seq + 1;
        return new LedgerEntry(lane, nextSeq, kind, recordId, leaf, LedgerHash.entry(entry, lane, nextSeq, kind, leaf));
    }

    static LaneHead at(LedgerEntry entry) {
        return new LaneHead(entry.lane(), entry.seq(), entry.entry());
    }
}
