package io.writ.governance.persistence;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Transactions that a test holds back before they begin. */
final class SlowRecording implements RecordingTransaction {

    private final RecordingTransaction transactions;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean holding;
    private int held;

    SlowRecording(RecordingTransaction transactions) {
        this.transactions = transactions;
    }

    @Override
    public <T> Ending<T> run(Work<T> work) {
        lock.lock();
        try {
            held++;
            changed.signalAll();
            while (holding) {
                changed.awaitUninterruptibly();
            }
            held--;
        } finally {
            lock.unlock();
        }
        return transactions.run(work);
    }

    void hold() {
        lock.lock();
        try {
            holding = true;
        } finally {
            lock.unlock();
        }
    }

    void goOn() {
        lock.lock();
        try {
            holding = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns when so many transactions are held back. */
    void awaitHeld(int count) throws InterruptedException {
        lock.lock();
        try {
            while (held < count) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }
}
