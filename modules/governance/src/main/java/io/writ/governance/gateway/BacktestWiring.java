package io.writ.governance.gateway;

import io.writ.governance.BackgroundThreads;
import io.writ.governance.GovernanceConfig;
import io.writ.governance.PolicyBacktests;
import io.writ.governance.budget.RateLimit;
import io.writ.governance.persistence.BacktestRows;
import io.writ.governance.persistence.RecordedInputs;
import io.writ.governance.policy.bundle.Candidate;
import io.writ.governance.policy.bundle.Upkeep;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;

/** Composes backtests. */
@Dependent
class BacktestWiring {

    /** Reading a candidate costs as much as a thousand decisions; whoever iterates faster has the command line. */
    private static final int ORDERS_MAX = 20;

    @Resource(lookup = "jdbc/writ")
    @SuppressWarnings("NullAway.Init") // the container sets it before it calls a producer
    private DataSource database;

    @Produces
    @ApplicationScoped
    PolicyBacktests backtests(
            Stages stages,
            PermitBacktest permission,
            BackgroundThreads threads,
            Upkeep upkeep,
            GovernanceConfig config,
            Clock clock) {
        Door door = new Door(
                new RateLimit("backtests", ORDERS_MAX, config.rateLimits().window()), false);
        BacktestParts parts = new BacktestParts(
                new BacktestRows(database),
                new RecordedInputs(database),
                stages.recording(),
                threads.factory(),
                new Semaphore(1),
                workers(Runtime.getRuntime().availableProcessors()),
                clock);
        return new RecordedBacktests(
                new AdmittedBacktests(stages, door, Door.ofPolicyQuestions(config.rateLimits())),
                permission,
                parts,
                () -> upkeep.live().state().active().map(Candidate::bundle),
                UUID::randomUUID);
    }

    /** Half of the processors: decisions that somebody waits for need the others. */
    private static int workers(int processors) {
        return Math.max(1, processors / 2);
    }
}
