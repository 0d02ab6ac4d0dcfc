package io.writ.ledger.tree;

import io.writ.ledger.anchor.AnchorException;
import io.writ.ledger.anchor.LogHistory;
import io.writ.ledger.anchor.LogTrust;
import io.writ.ledger.merkle.ConsistencyProof;
import io.writ.ledger.merkle.TreeHash;
import io.writ.ledger.signing.SignedNote;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The history on a connection of the leader, lent to threads that ask anchors. They use it one at a time, and not at all
 * once it is taken back: a thread that was given up must not speak on a connection that signs meanwhile.
 */
final class LentHistory implements LogHistory {

    private final LogHistory log;
    private boolean isBack;

    LentHistory(LogHistory log) {
        this.log = log;
    }

    /** Waits for the one read that may be running; there is no other after it. */
    synchronized void takeBack() {
        isBack = true;
    }

    @Override
    public LogTrust trust() {
        return log.trust();
    }

    @Override
    public Optional<SignedNote> newest() {
        return lent(log::newest);
    }

    @Override
    public long size() {
        return lent(log::size);
    }

    @Override
    public TreeHash root(long size) {
        return lent(() -> log.root(size));
    }

    @Override
    public ConsistencyProof between(long older, long newer) {
        return lent(() -> log.between(older, newer));
    }

    private synchronized <T> T lent(Supplier<T> reading) {
        if (isBack) {
            throw new AnchorException("the question was given up");
        }
        return reading.get();
    }
}
