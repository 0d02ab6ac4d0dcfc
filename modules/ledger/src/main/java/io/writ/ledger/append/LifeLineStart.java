package io.writ.ledger.append;

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

/** Shows from the start of the application to its end that this process lives: any request may open a lane. */
@ApplicationScoped
class LifeLineStart {

    @Resource(lookup = "jdbc/writ-life")
    @SuppressWarnings("NullAway.Init") // the container sets it before anything is observed
    private DataSource database;

    private final TreeConfig config;
    private final Incarnation incarnation;
    private final AtomicReference<@Nullable LifeLine> running = new AtomicReference<>();

    @Inject
    LifeLineStart(TreeConfig config, Incarnation incarnation) {
        this.config = config;
        this.incarnation = incarnation;
    }

    void start(@Observes Startup started) {
        LifeLine line = new LifeLine(database, incarnation.bootId());
        running.set(line);
        config.threads().newThread(line).start();
    }

    @PreDestroy
    void stop() {
        LifeLine line = running.getAndSet(null);
        if (line != null) {
            line.stop();
        }
    }
}
