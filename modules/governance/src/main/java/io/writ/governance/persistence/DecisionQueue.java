package io.writ.governance.persistence;

import io.writ.governance.TenantId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Decisions that wait for a writer: bounded, in order within a tenant, and tenants in turn. */
final class DecisionQueue {

    /** Past this a batch gains nothing more and its callers wait longer. */
    static final int BATCH_MAX = 256;

    /** A batch is in memory three times: as rows, as arrays and on the wire. */
    static final long BATCH_WEIGHT_MAX = 4L * 1024 * 1024;

    /** No tenant fills the queue alone: there is always room for somebody else. */
    private static final int SHARE_OF_A_TENANT = 2;

    private final int max;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final SequencedMap<TenantId, Deque<Queued<?>>> waiting = new LinkedHashMap<>();
    private int length;
    private boolean closed;

    DecisionQueue(int max) {
        this.max = max;
    }

    /** False when there is no room. */
    boolean offer(Queued<?> decision) {
        lock.lock();
        try {
            Deque<Queued<?>> own = waiting.get(decision.tenant());
            if (closed || length >= max || (own != null && own.size() >= max / SHARE_OF_A_TENANT)) {
                return false;
            }
            waiting.computeIfAbsent(decision.tenant(), _ -> new ArrayDeque<>()).addLast(decision);
            length++;
            changed.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** What the tenant whose turn it is has waiting; waits for somebody. Nothing once the queue is closed. */
    List<Queued<?>> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (length == 0 && !closed) {
                changed.await();
            }
            return closed ? List.of() : nextBatch();
        } finally {
            lock.unlock();
        }
    }

    private List<Queued<?>> nextBatch() {
        Map.Entry<TenantId, Deque<Queued<?>>> turn = waiting.pollFirstEntry();
        Deque<Queued<?>> own = turn.getValue();
        List<Queued<?>> batch = new ArrayList<>();
        long weight = 0;
        while (!own.isEmpty() && batch.size() < BATCH_MAX && weight < BATCH_WEIGHT_MAX) {
            Queued<?> next = own.removeFirst();
            weight += next.stored().weight();
            batch.add(next);
        }
        length -= batch.size();
        if (!own.isEmpty()) {
            waiting.putLast(turn.getKey(), own);
        }
        if (length > 0) {
            changed.signal();
        }
        return batch;
    }

    /** Whether it was still waiting; then nobody will write it. */
    boolean withdraw(Queued<?> decision) {
        lock.lock();
        try {
            Deque<Queued<?>> own = waiting.get(decision.tenant());
            if (own == null || !own.remove(decision)) {
                return false;
            }
            length--;
            if (own.isEmpty()) {
                waiting.remove(decision.tenant());
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    int length() {
        lock.lock();
        try {
            return length;
        } finally {
            lock.unlock();
        }
    }

    /** Takes nothing more and hands out nothing more; returns what still waited. */
    List<Queued<?>> close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
            List<Queued<?>> left =
                    waiting.values().stream().<Queued<?>>flatMap(Deque::stream).toList();
            waiting.clear();
            length = 0;
            return left;
        } finally {
            lock.unlock();
        }
    }
}
