package io.writ.ledger.tree;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** What the sequencer of this process does, for whoever watches. */
final class SequencerState {

    private static final Logger LOG = System.getLogger(SequencerState.class.getName());

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
    private final AtomicReference<List<String>> broken = new AtomicReference<>(List.of());
    private final AtomicReference<String> upkeep = new AtomicReference<>("");
    private final AtomicLong folded = new AtomicLong();

    void leads(Sequencer.Cycle cycle) {
        role.set(Role.LEADING);
        problem.set("");
        folded.addAndGet(cycle.folded());
        if (!broken.getAndSet(cycle.broken()).equals(cycle.broken())) {
            // Once for each change: cycles come ten times a second.
            cycle.broken().forEach(lane -> LOG.log(Level.ERROR, "not folded into the tree: {0}", lane));
        }
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

    /** What this process, while it leads, leaves out of the tree, a sentence each. */
    List<String> broken() {
        return role() == Role.LEADING ? broken.get() : List.of();
    }

    /** What the upkeep of partitions complained of last; empty when of nothing. */
    void upkeep(String complaint) {
        upkeep.set(complaint);
    }

    String upkeep() {
        return upkeep.get();
    }

    /** Entries that this process took into the tree. */
    long folded() {
        return folded.get();
    }
}
