package io.writ.ledger.append;

import io.writ.ledger.LedgerConfig;
import io.writ.ledger.LedgerException;
import java.lang.System.Logger;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The lanes of this process. Callers wait here, in the JVM, and not in the database. Whatever looks like another state of
 * the database than the one that confirmed the heads, a lost connection first of all, puts every lane in doubt: then each
 * is compared once before it is used again.
 */
final class LanePool {

    private static final Logger LOG = System.getLogger(LanePool.class.getName());

    private final LaneRegister register;
    private final LedgerConfig config;
    private final Semaphore leases;
    private final Deque<Lane> free = new ConcurrentLinkedDeque<>();
    private final AtomicLong alarms = new AtomicLong();

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
            Lane result = lane == null ? open() : lane;
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

    /** Never uses the lane again; another one takes its place when needed. Nobody knows how its transaction ended. */
    void retire(Lane lane) {
        alarms.incrementAndGet();
        LOG.log(
                Logger.Level.WARNING,
                "ledger lane {0} is retired after entry {1}",
                lane.head().lane(),
                lane.head().seq());
        leases.release();
    }

    private Lane open() {
        long heard = alarms.get();
        Lane lane = register.open();
        lane.trust(heard);
        return lane;
    }

    private @Nullable Lane freeLane() {
        Lane lane = free.pollFirst();
        while (lane != null && !isTrusted(lane)) {
            lane = free.pollFirst();
        }
        return lane;
    }

    private boolean isTrusted(Lane lane) {
        long heard = alarms.get();
        if (!lane.isDoubtful(heard)) {
            return true;
        }
        if (isConfirmed(lane)) {
            lane.trust(heard);
            return true;
        }
        alarms.incrementAndGet();
        LOG.log(
                Logger.Level.WARNING,
                "ledger lane {0} does not end with entry {1} in the database and is retired",
                lane.head().lane(),
                lane.head().seq());
        return false;
    }

    private boolean isConfirmed(Lane lane) {
        try {
            return register.confirms(lane);
        } catch (LedgerException unanswered) {
            alarms.incrementAndGet();
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
