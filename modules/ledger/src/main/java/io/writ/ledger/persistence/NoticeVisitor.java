package io.writ.ledger.persistence;

/** Sees stored notices, each beside its entry. */
@FunctionalInterface
public interface NoticeVisitor {

    /**
     * One notice.
     *
     * @param storedKind what the notice's own row says
     * @param leafIndex of its entry in the tree, -1 when it is not there yet
     */
    void visit(EntryRow entry, int storedKind, byte[] canonical, long leafIndex);
}
