package io.writ.governance.completion;

import io.writ.governance.persistence.PendingIntents;
import io.writ.governance.persistence.PendingIntents.Due;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Looks every few seconds for what is due and has no end, on every node. It asks for what is due only, so it costs the
 * same however long the log is.
 */
final class Sweep implements Runnable {

    /**
     * A call that was admitted in the last moment may still read a source and commit; the longest statement of a
     * recording is ended after ten seconds. Three times that has room for both.
     */
    static final Duration GRACE = Duration.ofSeconds(30);

    /** A gap that stands in the log five seconds later is no worse; a query each second and node would be. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** Each costs a few round trips; nodes that share the work should meet again soon. */
    private static final int PAGE = 100;

    /** Some hundred kilobytes. If so many cannot be ended, whatever is behind them waits. */
    private static final int LEFT_MAX = 10_000;

    private static final Logger LOG = System.getLogger(Sweep.class.getName());

    private final PendingIntents pending;
    private final Gaps gaps;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** What could not be ended since the sweep was last at its end: it must not hide what became due later. */
    private final Set<UUID> left = new HashSet<>();

    private boolean failed;
    private boolean broke;

    Sweep(PendingIntents pending, Gaps gaps) {
        this.pending = pending;
        this.gaps = gaps;
    }

    @Override
    public void run() {
        boolean goOn = true;
        while (goOn) {
            goOn = pass() == PAGE ? stopped.getCount() > 0 : !isStoppedWithin(PAUSE);
        }
    }

    void stop() {
        stopped.countDown();
    }

    /** Writes the gaps of the next page of what is due now and tells how many intents it has brought to their end. */
    int pass() {
        try {
            int written = 0;
            int ended = 0;
            List<UUID> stuck = new ArrayList<>();
            List<Due> due = pending.due(GRACE, PAGE + left.size()).stream()
                    .filter(intent -> !left.contains(intent.intent()))
                    .limit(PAGE)
                    .toList();
            for (Due intent : due) {
                switch (attempt(intent)) {
                    case WRITTEN -> written++;
                    case ENDED -> ended++;
                    case LEFT -> stuck.add(intent.intent());
                }
            }
            leave(stuck, due.size() < PAGE);
            tell(written);
            return written + ended;
        } catch (RuntimeException broken) {
            // Whatever it was must not end this thread. Said once, since it is tried again every few seconds.
            if (!failed) {
                LOG.log(Level.WARNING, "intents without an end cannot be looked for", broken);
            }
            failed = true;
            return 0;
        }
    }

    /** One intent that breaks whatever looks at it must not keep the others from their ends. */
    private Gaps.Result attempt(Due intent) {
        try {
            return gaps.write(intent);
        } catch (RuntimeException broken) {
            // Said once, until all that is due could be ended.
            if (!broke) {
                LOG.log(Level.WARNING, "the gap of intent " + intent.intent() + " cannot be written", broken);
            }
            broke = true;
            return Gaps.Result.LEFT;
        }
    }

    private void leave(List<UUID> stuck, boolean atTheEnd) {
        if (!stuck.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "the gaps of {0} intents could not be recorded, the first of them {1}",
                    stuck.size(),
                    stuck.getFirst());
        } else if (atTheEnd && left.isEmpty()) {
            broke = false;
        }
        left.addAll(stuck);
        if (atTheEnd || left.size() >= LEFT_MAX) {
            left.clear();
        }
    }

    private void tell(int written) {
        failed = false;
        if (written > 0) {
            LOG.log(Level.INFO, "{0} intents had no outcome in time; the ledger says so now", written);
        }
    }

    private boolean isStoppedWithin(Duration pause) {
        try {
            return stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
