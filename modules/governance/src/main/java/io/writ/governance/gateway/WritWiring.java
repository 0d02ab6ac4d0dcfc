package io.writ.governance.gateway;

import io.writ.governance.RunWrits;
import io.writ.governance.persistence.RunRecords;
import io.writ.ledger.LedgerTree;
import io.writ.ledger.TreeConfig;
import io.writ.ledger.proof.LogSeal;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;

/** Composes what hands out writs. A node without the key of the log can say so and nothing else. */
@Dependent
class WritWiring {

    @Resource(lookup = "jdbc/writ")
    @SuppressWarnings("NullAway.Init") // the container sets it before it calls a producer
    private DataSource database;

    @Produces
    @Singleton
    RunRecords records() {
        return new RunRecords(database);
    }

    @Produces
    @ApplicationScoped
    static RunWrits writs(ReadWrit reading, Stages stages, LedgerTree tree, TreeConfig config, Clock clock) {
        TreeWait wait = new TreeWait(tree, config.cycle(), TreeWait.Pause.SLEEP);
        WritIssue issue = new WritIssue(config.signingKey().map(LogSeal::of), wait, clock);
        return new RecordedWrits(reading, issue, stages.recording(), clock);
    }
}
