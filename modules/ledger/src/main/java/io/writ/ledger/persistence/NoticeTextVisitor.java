package io.writ.ledger.persistence;

/** Sees notices and where their entries stand. */
@FunctionalInterface
public interface NoticeTextVisitor {

    void visit(byte[] canonical, long lane, long seq);
}
