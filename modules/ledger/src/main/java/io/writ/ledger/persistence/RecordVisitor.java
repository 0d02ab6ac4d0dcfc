package io.writ.ledger.persistence;

import java.util.UUID;

/** Sees every visible record, in no particular order. */
public interface RecordVisitor {

    void visitWithEntry(UUID recordId, byte[] canonical, long lane, long seq, byte[] leaf);

    void visitWithoutEntry(UUID recordId);
}
