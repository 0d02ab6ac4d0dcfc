package io.writ.ledger.append;

/** The lanes of this process. */
public interface Lanes {

    /**
     * Leases a lane to the running JTA transaction. The lease ends with the transaction: a commit moves the lane's
     * head, a rollback leaves it, an unknown outcome retires the lane.
     *
     * <p>Opening a lane takes a connection of its own. Lease before taking the transaction's connection: callers that
     * hold all connections of a pool while each waits for one more wait in vain.
     *
     * @throws io.writ.ledger.LedgerException when there is no active transaction, or no lane is free in time
     */
    LaneLease lease();
}
