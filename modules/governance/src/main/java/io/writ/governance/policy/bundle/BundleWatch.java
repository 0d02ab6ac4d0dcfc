package io.writ.governance.policy.bundle;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Looks for another bundle again and again, on a thread of its own. */
public final class BundleWatch implements AutoCloseable {

    private static final Logger LOG = System.getLogger(BundleWatch.class.getName());

    /** While nothing is in force everybody is denied, so nobody waits for the whole interval. */
    private static final Duration EAGER = Duration.ofSeconds(1);

    private final Upkeep upkeep;
    private final Duration interval;
    private final ThreadFactory threads;
    private final CountDownLatch stopped = new CountDownLatch(1);

    BundleWatch(Upkeep upkeep, Duration interval, ThreadFactory threads) {
        this.upkeep = upkeep;
        this.interval = interval;
        this.threads = threads;
    }

    public void start() {
        threads.newThread(this::watch).start();
    }

    @Override
    public void close() {
        stopped.countDown();
    }

    private void watch() {
        try {
            while (!stopped.await(pause().toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Upkeep tells its own trouble; whatever it could not tell must still not end this thread unseen. */
    private void look() {
        try {
            upkeep.look();
        } catch (RuntimeException | Error broken) {
            LOG.log(Level.ERROR, "a look for another policy bundle broke, and its trouble could not be told", broken);
        }
    }

    private Duration pause() {
        boolean denied = upkeep.live().state().snapshot() instanceof PolicySnapshot.Unusable;
        return denied && interval.compareTo(EAGER) > 0 ? EAGER : interval;
    }
}
