package io.writ.governance.persistence;

import io.writ.governance.RecordingConfig;
import io.writ.ledger.append.Lanes;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.UserTransaction;
import javax.sql.DataSource;

/** Composes the one way into the ledger: whoever records in this process shares its writers. */
@Dependent
class PersistenceWiring {

    @Resource(lookup = "jdbc/writ")
    @SuppressWarnings("NullAway.Init") // the container sets it before it calls a producer
    private DataSource database;

    @Produces
    @Singleton
    Records records(UserTransaction transaction, Lanes lanes, SubjectKeys keys, RecordingConfig config) {
        RecordingTransaction transactions = new JtaRecording(transaction, database);
        return config.writers() == 0
                ? Records.oneByOne(transactions, lanes, database, keys)
                : Records.inGroups(transactions, lanes, database, keys, config);
    }

    static void end(@Disposes Records records) {
        records.close();
    }
}
