package io.writ.ledger.append;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Transactions of the calling thread, begun and ended by a test that says how they ended. */
final class FakeTransactions implements TransactionSynchronizationRegistry {

    private final Map<Thread, Running> running = new ConcurrentHashMap<>();

    void begin() {
        running.put(Thread.currentThread(), new Running(new HashMap<>(), new ArrayList<>()));
    }

    void end(int status) {
        Running ended = running.remove(Thread.currentThread());
        ended.synchronizations().forEach(synchronization -> synchronization.afterCompletion(status));
    }

    @Override
    public Object getTransactionKey() {
        return running.get(Thread.currentThread());
    }

    @Override
    public void putResource(Object key, Object value) {
        active().resources().put(key, value);
    }

    @Override
    public Object getResource(Object key) {
        return active().resources().get(key);
    }

    @Override
    public void registerInterposedSynchronization(Synchronization synchronization) {
        active().synchronizations().add(synchronization);
    }

    @Override
    public int getTransactionStatus() {
        return running.get(Thread.currentThread()) == null ? Status.STATUS_NO_TRANSACTION : Status.STATUS_ACTIVE;
    }

    @Override
    public void setRollbackOnly() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean getRollbackOnly() {
        return false;
    }

    private Running active() {
        Running transaction = running.get(Thread.currentThread());
        if (transaction == null) {
            throw new IllegalStateException("no transaction");
        }
        return transaction;
    }

    private record Running(Map<Object, Object> resources, List<Synchronization> synchronizations) {}
}
