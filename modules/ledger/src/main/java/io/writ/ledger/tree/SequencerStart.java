package io.writ.ledger.tree;

import io.writ.ledger.TreeConfig;
import io.writ.ledger.signing.NoteSigner;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Starts the sequencer with the application, in a process that has the key of the log, and stops it with it. */
@ApplicationScoped
class SequencerStart {

    @Resource(lookup = "jdbc/writ-sequencer")
    @SuppressWarnings("NullAway.Init") // the container sets it before anything is observed
    private DataSource database;

    private final TreeConfig config;
    private final Clock clock;
    private final AtomicReference<@Nullable SequencerLoop> running = new AtomicReference<>();

    @Inject
    SequencerStart(TreeConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes Startup started) {
        config.signingKey().map(NoteSigner::parse).ifPresent(this::start);
    }

    @PreDestroy
    void stop() {
        SequencerLoop loop = running.getAndSet(null);
        if (loop != null) {
            loop.stop();
        }
    }

    private void start(NoteSigner signer) {
        SequencerLoop loop =
                new SequencerLoop(database, new LogIdentity(signer, clock), config.cycle(), new SequencerState());
        running.set(loop);
        config.threads().newThread(loop).start();
    }
}
