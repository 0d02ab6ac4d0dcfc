package io.writ.governance.completion;

import io.writ.governance.BackgroundThreads;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

/** Sweeps as long as the application runs. */
@ApplicationScoped
class SweepStart {

    private final Sweep sweep;
    private final BackgroundThreads threads;

    @Inject
    SweepStart(Sweep sweep, BackgroundThreads threads) {
        this.sweep = sweep;
        this.threads = threads;
    }

    void start(@Observes Startup started) {
        threads.factory().newThread(sweep).start();
    }

    @PreDestroy
    void stop() {
        sweep.stop();
    }
}
