package io.writ.ledger.append;

import io.writ.ledger.LedgerException;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Binds leases to JTA transactions: one transaction appends to one lane, however many entries it writes. */
final class LeasedLanes implements Lanes {

    private static final Object LEASE = new Object();

    private final TransactionSynchronizationRegistry transactions;
    private final LanePool pool;

    LeasedLanes(TransactionSynchronizationRegistry transactions, LanePool pool) {
        this.transactions = transactions;
        this.pool = pool;
    }

    @Override
    public LaneLease lease() {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new LedgerException("a ledger lane is leased inside an active transaction only");
        }
        if (transactions.getResource(LEASE) instanceof TransactionLease running) {
            return running;
        }
        var lease = new TransactionLease(pool, pool.take());
        bind(lease);
        return lease;
    }

    private void bind(TransactionLease lease) {
        try {
            transactions.putResource(LEASE, lease);
            // Last, because from here on it is the transaction that gives the lane back.
            transactions.registerInterposedSynchronization(lease);
        } catch (IllegalStateException ended) {
            lease.abandon();
            throw new LedgerException("the transaction ended while it waited for a ledger lane", ended);
        }
    }
}
