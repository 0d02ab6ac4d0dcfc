package io.writ.ledger.persistence;

/** Sees entries by lane and seq, ascending. The view is the same each time; what it looks at is not. */
public interface EntryVisitor {

    /** Is told, before it sees any other, of the entry that stands before the first one in the same lane. */
    default void resume(EntryView before) {}

    /** Returns whether it wants to see more of this lane. Entries of the next lane are shown in any case. */
    boolean visit(EntryView entry);
}
