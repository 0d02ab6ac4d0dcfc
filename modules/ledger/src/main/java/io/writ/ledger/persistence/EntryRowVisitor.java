package io.writ.ledger.persistence;

/** Sees entries, in the order that was asked for. */
@FunctionalInterface
public interface EntryRowVisitor {

    void visit(EntryRow entry);
}
