package io.writ.ledger.append;

import io.writ.ledger.LedgerConfig;
import io.writ.ledger.LedgerException;
import java.lang.System.Logger;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The lanes of this process. Callers wait here, in the JVM, and not in the database. */
final class LanePool {

    private static final Logger LOG = System.getLogger(LanePool.class.getName());

    private final LaneRegister register;
    private final LedgerConfig config;
    private final Semaphore leases;
    private final Deque<Lane> free = new ConcurrentLinkedDeque<>();

    LanePool(LaneRegister register, LedgerConfig config) {
        this.register = register;
        this.config = config;
        this.leases = new Semaphore(config.lanesMax(), true);
    }

    /** A lane for one transaction; it comes back by {@link #giveBack} or {@link #retire}. */
    Lane take() {
        await();
        boolean taken = false;
        try {
            Lane lane = freeLane();
            Lane result = lane == null ? register.open() : lane;
            taken = true;
            return result;
        } finally {
            if (!taken) {
                leases.release();
            }
        }
    }

    void giveBack(Lane lane) {
        // Last in, first out: a quiet process keeps few lanes growing, and an auditor has few to read.
        free.addFirst(lane);
        leases.release();
    }

    /** Never uses the lane again; another one takes its place when needed. */
    void retire(Lane lane) {
        LOG.log(
                Logger.Level.WARNING,
                "ledger lane {0} is retired after entry {1}",
                lane.head().lane(),
                lane.head().seq());
        leases.release();
    }

    private @Nullable Lane freeLane() {
        Lane lane = free.pollFirst();
        while (lane != null && lane.isDoubtful()) {
            if (isAsRemembered(lane)) {
                lane.trust();
            } else {
                LOG.log(
                        Logger.Level.WARNING,
                        "ledger lane {0} holds more than entry {1} and is retired",
                        lane.head().lane(),
                        lane.head().seq());
                lane = free.pollFirst();
            }
        }
        return lane;
    }

    private boolean isAsRemembered(Lane lane) {
        try {
            return !register.hasOutgrown(lane);
        } catch (LedgerException unanswered) {
            free.addLast(lane);
            throw unanswered;
        }
    }

    private void await() {
        try {
            if (!leases.tryAcquire(config.leaseWait().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new LedgerException("no ledger lane was free within " + config.leaseWait());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LedgerException("waiting for a ledger lane was interrupted", interrupted);
        }
    }
}
