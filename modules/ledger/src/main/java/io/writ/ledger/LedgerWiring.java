package io.writ.ledger;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import javax.sql.DataSource;

/** Composes the read side. */
@Dependent
class LedgerWiring {

    @Resource(lookup = "jdbc/writ")
    @SuppressWarnings("NullAway.Init") // the container sets it before it calls a producer
    private DataSource database;

    @Produces
    @ApplicationScoped
    LedgerReader reader() {
        return new DatabaseReader(database);
    }

    @Produces
    @ApplicationScoped
    ChainReader chains() {
        return new DatabaseChains(database);
    }

    @Produces
    @ApplicationScoped
    LedgerSpotCheck spotCheck(LedgerTree tree, ChainReader chains, TreeConfig config) {
        return new SpotCheck(tree, chains, new OwnSignatures(database, config));
    }
}
