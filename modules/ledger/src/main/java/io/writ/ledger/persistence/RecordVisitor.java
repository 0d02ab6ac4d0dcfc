package io.writ.ledger.persistence;

import java.util.Optional;
import java.util.UUID;

/** Sees every visible record, in no particular order. */
public interface RecordVisitor {

    /**
     * A record and its entry.
     *
     * @param marks what its columns say; absent for a notice, which has none
     */
    void visitWithEntry(EntryPlace entry, byte[] canonical, byte[] leaf, Optional<RecordMarks> marks);

    /** Which record, and where its entry stands. */
    record EntryPlace(UUID recordId, long lane, long seq) {}

    void visitWithoutEntry(UUID recordId);
}
