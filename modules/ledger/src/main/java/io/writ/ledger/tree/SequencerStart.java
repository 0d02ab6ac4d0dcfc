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
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Starts the sequencer with the application, in a process that has the key of the log, and stops it with it. */
@ApplicationScoped
class SequencerStart {

    @Resource(lookup = "jdbc/writ-sequencer")
    @SuppressWarnings("NullAway.Init") // the container sets it before anything is observed
    private DataSource database;

    /** Nobody waits for a seal: what it saves is one probe per lane and cycle. */
    private static final Duration LOOKS = Duration.ofSeconds(5);

    private final TreeConfig config;
    private final Notary notary;
    private final Publication publication;
    private final Clock clock;
    private final SequencerState state;
    private final AtomicReference<@Nullable SequencerLoop> running = new AtomicReference<>();

    @Inject
    SequencerStart(TreeConfig config, Notary notary, Publication publication, Clock clock, SequencerState state) {
        this.config = config;
        this.notary = notary;
        this.publication = publication;
        this.clock = clock;
        this.state = state;
    }

    void start(@Observes Startup started) {
        config.signingKey().map(NoteSigner::parse).ifPresent(this::start);
    }

    @PreDestroy
    void stop() {
        SequencerLoop loop = running.getAndSet(null);
        if (loop != null) {
            loop.stop();
            publication.stop();
        }
    }

    private void start(NoteSigner signer) {
        LogIdentity identity = new LogIdentity(signer, config.previousKey().map(NoteSigner::parse), clock);
        Duty duty = new Duty(identity, notary, config.cycle(), LOOKS);
        SequencerLoop loop = new SequencerLoop(database, duty, state, publication);
        running.set(loop);
        config.threads().newThread(loop).start();
        publication.start(database, identity, () -> state.role() == SequencerState.Role.LEADING);
    }
}
