package io.writ.ledger.tree;

import io.writ.ledger.TreeConfig;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Starts the upkeep of partitions in a process that may sequence: its role is the one that may make them. */
@ApplicationScoped
class PartitionStart {

    @Resource(lookup = "jdbc/writ-sequencer")
    @SuppressWarnings("NullAway.Init") // the container sets it before anything is observed
    private DataSource database;

    private final TreeConfig config;
    private final SequencerState state;
    private final AtomicReference<@Nullable Thread> running = new AtomicReference<>();

    @Inject
    PartitionStart(TreeConfig config, SequencerState state) {
        this.config = config;
        this.state = state;
    }

    void start(@Observes Startup started) {
        if (config.signingKey().isPresent()) {
            Thread upkeep = config.threads().newThread(new PartitionUpkeep(database, state::upkeep));
            running.set(upkeep);
            upkeep.start();
        }
    }

    @PreDestroy
    void stop() {
        Thread upkeep = running.getAndSet(null);
        if (upkeep != null) {
            upkeep.interrupt();
        }
    }
}
