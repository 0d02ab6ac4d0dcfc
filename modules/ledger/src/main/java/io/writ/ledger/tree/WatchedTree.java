package io.writ.ledger.tree;

import io.writ.ledger.LedgerException;
import io.writ.ledger.LedgerTree;
import io.writ.ledger.TreeConfig;
import io.writ.ledger.TreeHealth;
import io.writ.ledger.TreeLag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Compares the lag of the tree with the bound. Nodes may have clocks an hour apart, so no time of another node is held
 * against the clock of this one: what counts is how long this process has seen the tree stand still while entries wait,
 * and how far apart the waiting entries of one lane are.
 */
final class WatchedTree implements TreeHealth {

    private final LedgerTree tree;
    private final TreeConfig config;
    private final SequencerState state;
    private final LongSupplier nanoTime;

    private long movedNanos;
    private long sequencedNanos;
    private long sizeSeen = -1;

    WatchedTree(LedgerTree tree, TreeConfig config, SequencerState state, LongSupplier nanoTime) {
        this.tree = tree;
        this.config = config;
        this.state = state;
        this.nanoTime = nanoTime;
        this.movedNanos = nanoTime.getAsLong();
        this.sequencedNanos = movedNanos;
    }

    @Override
    public List<String> problems() {
        if (config.lagMax().isZero()) {
            return List.of();
        }
        try {
            return problems(tree.lag(), nanoTime.getAsLong());
        } catch (LedgerException unanswered) {
            forgive(nanoTime.getAsLong());
            return List.of();
        }
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (state.role() == SequencerState.Role.FAILED) {
            notes.add("this process cannot sequence the ledger: " + state.problem());
        }
        state.broken()
                .forEach(lane -> notes.add(lane + ": what stands there stays outside the tree; verify the ledger"));
        if (!state.upkeep().isEmpty()) {
            notes.add(state.upkeep());
        }
        return notes;
    }

    /** That the database does not answer is another check's finding; when it is back, the tree has time again. */
    private synchronized void forgive(long now) {
        movedNanos = now;
        sequencedNanos = now;
    }

    private synchronized List<String> problems(TreeLag lag, long now) {
        if (!lag.waiting() || lag.treeSize() != sizeSeen) {
            movedNanos = now;
            sizeSeen = lag.treeSize();
        }
        if (lag.sequencing() && state.role() != SequencerState.Role.FAILED) {
            sequencedNanos = now;
        }
        List<String> problems = new ArrayList<>();
        Duration stuck = Duration.ofNanos(now - movedNanos);
        Duration behind = stuck.compareTo(lag.backlog()) > 0 ? stuck : lag.backlog();
        if (behind.compareTo(config.lagMax()) > 0) {
            problems.add("the ledger's tree is " + behind.toSeconds()
                    + " s behind its lanes, more than WRIT_LEDGER_LAG_MAX_MS"
                    + " allows (" + config.lagMax().toMillis() + " ms): what is recorded is"
                    + " chained but under no checkpoint. " + advice(lag));
        }
        Duration unled = Duration.ofNanos(now - sequencedNanos);
        if (config.signingKey().isPresent() && unled.compareTo(config.lagMax()) > 0) {
            problems.add("nobody has sequenced the ledger for " + unled.toSeconds() + " s although this process has a"
                    + " signing key. " + advice(lag));
        }
        return problems;
    }

    private String advice(TreeLag lag) {
        if (state.role() == SequencerState.Role.FAILED) {
            return "This process cannot: " + state.problem();
        }
        return lag.sequencing()
                ? "A process holds the leader's lock: look at the log of that process."
                : "Start a process with WRIT_LEDGER_KEY, and look at the logs of those that have it.";
    }
}
