package io.writ.ledger.tree;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** What the sequencer of this process does, for whoever watches. */
final class SequencerState {

    /** What it does at this moment. */
    enum Role {
        STOPPED,
        STANDING_BY,
        LEADING,
        /** An anchor knows more than the database, or could not be asked: nothing is signed. */
        REFUSED,
        FAILED
    }

    private final AtomicReference<Role> role = new AtomicReference<>(Role.STOPPED);
    private final AtomicReference<String> problem = new AtomicReference<>("");
    private final AtomicLong folded = new AtomicLong();

    void leads(Sequencer.Cycle cycle) {
        role.set(Role.LEADING);
        problem.set("");
        folded.addAndGet(cycle.folded());
    }

    void standsBy() {
        role.set(Role.STANDING_BY);
        problem.set("");
    }

    void refuses(List<String> objections) {
        role.set(Role.REFUSED);
        problem.set(String.join(" ", objections));
    }

    void failed(Throwable failure) {
        role.set(Role.FAILED);
        problem.set(String.valueOf(failure.getMessage()));
    }

    void stopped() {
        role.set(Role.STOPPED);
    }

    Role role() {
        return role.get();
    }

    /** Empty when there is none. */
    String problem() {
        return problem.get();
    }

    /** Entries that this process took into the tree. */
    long folded() {
        return folded.get();
    }
}
