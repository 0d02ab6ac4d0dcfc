package io.writ.ledger.persistence;

import java.util.UUID;

/** Sees what is stored beside records, in no particular order. */
public interface AttachmentVisitor {

    /** A record with what is stored beside it. */
    void visit(Attached attached);

    /** Evidence beside which no record stands. */
    void visitWithoutRecord(UUID recordId);
}
