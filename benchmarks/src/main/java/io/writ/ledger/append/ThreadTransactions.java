package io.writ.ledger.append;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Transactions of the calling thread, so that the product's lanes run without a container and cost what they cost. */
@NullMarked
final class ThreadTransactions implements TransactionSynchronizationRegistry {

    private final Map<Thread, Running> running = new ConcurrentHashMap<>();

    void begin() {
        running.put(Thread.currentThread(), new Running());
    }

    void end(int status) {
        Running ended = active();
        running.remove(Thread.currentThread());
        if (ended.synchronization != null) {
            ended.synchronization.afterCompletion(status);
        }
    }

    @Override
    public @Nullable Object getTransactionKey() {
        return running.get(Thread.currentThread());
    }

    @Override
    public void putResource(Object key, Object value) {
        active().resources.put(key, value);
    }

    @Override
    public @Nullable Object getResource(Object key) {
        return active().resources.get(key);
    }

    @Override
    public void registerInterposedSynchronization(Synchronization synchronization) {
        active().synchronization = synchronization;
    }

    @Override
    public int getTransactionStatus() {
        return running.get(Thread.currentThread()) == null ? Status.STATUS_NO_TRANSACTION : Status.STATUS_ACTIVE;
    }

    @Override
    public void setRollbackOnly() {
        throw new UnsupportedOperationException("nothing here rolls back by a mark");
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

    private static final class Running {

        private final Map<Object, Object> resources = new HashMap<>();
        private @Nullable Synchronization synchronization;
    }
}
