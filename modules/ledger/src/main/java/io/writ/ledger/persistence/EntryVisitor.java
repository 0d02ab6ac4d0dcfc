package io.writ.ledger.persistence;

/** Sees the entries of a lane in ascending order. */
public interface EntryVisitor {

    /** Returns whether it wants to see the next one. */
    boolean visit(long seq, byte kind, byte[] leaf, byte[] entry);
}
