package io.writ.ledger.append;

import io.writ.ledger.LedgerConfig;
import io.writ.ledger.persistence.StoredLanes;
import jakarta.transaction.Status;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.NullMarked;

/** The product's lanes over plain JDBC: the caller says when its transaction begins and how it ended. */
@NullMarked
public final class PlainLanes {

    /** A slice lasts seconds; whoever waits longer has found a bug. */
    private static final Duration LEASE_WAIT = Duration.ofSeconds(20);

    private final ThreadTransactions transactions = new ThreadTransactions();
    private final Lanes lanes;

    private PlainLanes(LedgerConfig config, LaneRegister register) {
        this.lanes = new LeasedLanes(transactions, new LanePool(register, config));
    }

    /** Lanes of a process incarnation of its own. */
    public static PlainLanes over(DataSource app, String node, int lanesMax) {
        LedgerConfig config = new LedgerConfig(node, lanesMax, LEASE_WAIT);
        Incarnation incarnation = new Incarnation(UUID.randomUUID(), Clock.systemUTC());
        return new PlainLanes(config, new OwnTransactionRegister(new StoredLanes(app), config, incarnation));
    }

    public Lanes lanes() {
        return lanes;
    }

    /** Begins a transaction of the calling thread. */
    public void begin() {
        transactions.begin();
    }

    /** Tells the lane, if one was leased, how the transaction of the calling thread ended. */
    public void end(Ended ended) {
        transactions.end(
                switch (ended) {
                    case COMMITTED -> Status.STATUS_COMMITTED;
                    case ROLLED_BACK -> Status.STATUS_ROLLEDBACK;
                    case UNKNOWN -> Status.STATUS_UNKNOWN;
                });
    }

    /** How a transaction ended. */
    public enum Ended {
        COMMITTED,
        ROLLED_BACK,
        UNKNOWN
    }
}
