package io.writ.governance.journal;

import io.writ.governance.GovernanceConfig;
import io.writ.governance.Ulids;
import io.writ.governance.persistence.ActivationRows;
import io.writ.governance.persistence.Records;
import io.writ.governance.policy.bundle.ActivationJournal;
import io.writ.governance.transcript.Scribe;
import io.writ.governance.transcript.SystemCaller;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import javax.sql.DataSource;

/** Composes the recording of what the installation itself did. */
@Dependent
class JournalWiring {

    @Resource(lookup = "jdbc/writ")
    @SuppressWarnings("NullAway.Init") // the container sets it before it calls a producer
    private DataSource database;

    @Produces
    @Singleton
    ActivationJournal activations(GovernanceConfig config, Records records, Clock clock) {
        SecureRandom random = new SecureRandom();
        return new RecordedActivations(
                new Scribe(clock, random),
                records,
                new ActivationRows(database),
                new SystemCaller(config.nodeId(), new Ulids(clock, random), random));
    }
}
