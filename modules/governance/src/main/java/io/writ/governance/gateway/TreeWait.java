package io.writ.governance.gateway;

import io.writ.ledger.InclusionOutcome;
import io.writ.ledger.LedgerTree;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Waits until entries are under a checkpoint, for a few cycles of the sequencer and no longer. */
final class TreeWait {

    /** An entry misses one cycle and is in the next; the third is for a slow machine. */
    private static final int CYCLES = 3;

    private static final Duration PAUSE = Duration.ofMillis(40);

    private final LedgerTree tree;
    private final Duration cycle;
    private final Pause pause;

    TreeWait(LedgerTree tree, Duration cycle, Pause pause) {
        this.tree = tree;
        this.cycle = cycle;
        this.pause = pause;
    }

    /** Lets time pass. */
    interface Pause {

        /** False when the thread is wanted elsewhere. */
        boolean passes(Duration time);

        Pause SLEEP = time -> {
            try {
                Thread.sleep(time);
                return true;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            }
        };
    }

    /** Where the entries stand, all under one checkpoint; some are pending still when the time is over. */
    List<InclusionOutcome> places(List<UUID> records) {
        List<InclusionOutcome> places = tree.inclusions(records);
        long pauses = cycle.multipliedBy(CYCLES).dividedBy(PAUSE) + 1;
        for (long passed = 0; passed < pauses && isPending(places) && pause.passes(PAUSE); passed++) {
            places = tree.inclusions(records);
        }
        return places;
    }

    static boolean isPending(List<InclusionOutcome> places) {
        return places.stream().anyMatch(InclusionOutcome.Pending.class::isInstance);
    }

    Duration retryAfter() {
        return cycle.multipliedBy(CYCLES).plusSeconds(1);
    }
}
