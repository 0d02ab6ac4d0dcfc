package io.writ.ledger.append;

import io.writ.ledger.persistence.LifeLock;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/**
 * Holds the lock by which others know that this process lives, on a connection of its own. When the connection is lost,
 * it takes the lock again on another one; recording goes on meanwhile, because it never relied on the lock.
 */
final class LifeLine implements Runnable {

    private static final Logger LOG = System.getLogger(LifeLine.class.getName());

    /** Between two words to the server: a broken connection is replaced long before anybody looks twice. */
    private static final Duration BEAT = Duration.ofSeconds(1);

    /** An answer takes a round trip; whoever does not get one is cut off. */
    private static final int ANSWER_SECONDS_MAX = 1;

    private final DataSource database;
    private final UUID bootId;
    private final Duration beat;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicBoolean held = new AtomicBoolean();

    LifeLine(DataSource database, UUID bootId) {
        this(database, bootId, BEAT);
    }

    LifeLine(DataSource database, UUID bootId, Duration beat) {
        this.database = database;
        this.bootId = bootId;
        this.beat = beat;
    }

    @Override
    public void run() {
        while (!stopped.get() && !Thread.currentThread().isInterrupted()) {
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(true);
                hold(connection);
            } catch (SQLException | RuntimeException | OutOfMemoryError | StackOverflowError lost) {
                // An error that ended this thread would let others take this process for dead.
                LOG.log(
                        Level.WARNING,
                        "the connection that shows that this process lives is lost; another follows",
                        lost);
                sleep();
            } finally {
                held.set(false);
            }
        }
    }

    void stop() {
        stopped.set(true);
    }

    /** Whether the lock is held, as far as is known. */
    boolean isHeld() {
        return held.get();
    }

    private void hold(Connection connection) throws SQLException {
        LifeLock lock = new LifeLock(connection);
        try {
            while (!stopped.get() && connection.isValid(ANSWER_SECONDS_MAX)) {
                if (!held.get() && lock.hold(bootId)) {
                    held.set(true);
                }
                sleep();
            }
            if (!stopped.get()) {
                throw new SQLException("the server does not answer");
            }
        } finally {
            // The pool may hand this session to somebody else.
            lock.letGo();
        }
    }

    private void sleep() {
        try {
            Thread.sleep(beat);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stopped.set(true);
        }
    }
}
