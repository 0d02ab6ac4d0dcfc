package io.writ.governance.persistence;

import io.writ.governance.BackgroundThreads;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets the keys of persons go from memory when their time is over, whether or not anybody comes. */
@ApplicationScoped
class Forgetting {

    /** What this adds to the minute for which a key is remembered. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final SubjectKeys keys;
    private final BackgroundThreads threads;
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Inject
    Forgetting(SubjectKeys keys, BackgroundThreads threads) {
        this.keys = keys;
        this.threads = threads;
    }

    void start(@Observes Startup started) {
        threads.factory().newThread(this::untilStopped).start();
    }

    @PreDestroy
    void stop() {
        stopped.countDown();
    }

    private void untilStopped() {
        try {
            while (!stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                keys.forgetExpired();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
