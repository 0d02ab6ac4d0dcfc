package io.writ.ledger.append;

import io.writ.ledger.LedgerConfig;
import io.writ.ledger.persistence.StoredLanes;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;

/** Composes the write side. */
@Dependent
class AppendWiring {

    @Resource(lookup = "jdbc/writ")
    @SuppressWarnings("NullAway.Init") // the container sets it before it calls a producer
    private DataSource database;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    @SuppressWarnings("NullAway.Init") // the container sets it before it calls a producer
    private TransactionSynchronizationRegistry transactions;

    @Produces
    @ApplicationScoped
    Lanes lanes(OwnTransactionRegister register, LedgerConfig config) {
        return new LeasedLanes(transactions, new LanePool(register, config));
    }

    @Produces
    @Dependent
    StoredLanes storedLanes() {
        return new StoredLanes(database);
    }

    @Produces
    @Singleton
    static Incarnation incarnation() {
        return new Incarnation(UUID.randomUUID(), Clock.systemUTC());
    }
}
