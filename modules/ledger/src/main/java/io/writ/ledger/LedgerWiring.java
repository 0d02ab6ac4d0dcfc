package io.writ.ledger;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.util.Optional;
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

    /** Chains as a whole, and the records of the tenant that the running transaction has set. */
    @Produces
    @ApplicationScoped
    LedgerVerifier verifier() {
        return new DatabaseVerifier(
                database, VerifiedRecords.OF_THE_VISIBLE_TENANT, (entries, records) -> {}, Optional.empty());
    }
}
