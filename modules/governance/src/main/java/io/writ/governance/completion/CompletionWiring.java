package io.writ.governance.completion;

import io.writ.governance.GovernanceConfig;
import io.writ.governance.Ulids;
import io.writ.governance.persistence.Doorstep;
import io.writ.governance.persistence.PendingIntents;
import io.writ.governance.persistence.Records;
import io.writ.governance.persistence.RunLeaves;
import io.writ.governance.transcript.Scribe;
import io.writ.governance.transcript.SystemCaller;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import javax.sql.DataSource;

/** Composes the sweep. */
@Dependent
class CompletionWiring {

    @Resource(lookup = "jdbc/writ")
    @SuppressWarnings("NullAway.Init") // the container sets it before it calls a producer
    private DataSource database;

    @Produces
    @Singleton
    Sweep sweep(GovernanceConfig config, Records records, Clock clock) {
        SecureRandom random = new SecureRandom();
        PendingIntents pending = new PendingIntents(database);
        return new Sweep(
                pending,
                new Gaps(
                        pending,
                        new Doorstep(database),
                        new RunLeaves(database),
                        records,
                        new Scribe(clock, random),
                        new SystemCaller(config.nodeId(), new Ulids(clock, random), random)));
    }
}
