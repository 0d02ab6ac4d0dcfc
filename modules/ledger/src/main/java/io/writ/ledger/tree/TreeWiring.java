package io.writ.ledger.tree;

import io.writ.ledger.LedgerTree;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import javax.sql.DataSource;

/** Composes the tree: reading it is for everybody, growing it is the sequencer's. */
@Dependent
class TreeWiring {

    @Resource(lookup = "jdbc/writ")
    @SuppressWarnings("NullAway.Init") // the container sets it before it calls a producer
    private DataSource database;

    @Produces
    @ApplicationScoped
    LedgerTree tree() {
        return new DatabaseTree(database, Clock.systemUTC());
    }
}
