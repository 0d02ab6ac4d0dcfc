package io.writ.ledger.tree;

import io.writ.ledger.persistence.LifeLock;
import io.writ.ledger.persistence.StoredOpenLanes;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Ends the lanes of processes that are gone, so that they are never looked at again. A process is gone when nobody holds
 * the lock of its boot at two looks in a row: whoever lost a connection had time to take the lock again.
 *
 * <p>To be wrong does no harm. Seal and next record want the same place in the lane, and its key gives it to one of them:
 * a writer that was believed dead fails once and goes on in another lane.
 */
final class LaneSealer {

    private static final Logger LOG = System.getLogger(LaneSealer.class.getName());

    /** Waiting for a transaction that holds the place means that its writer lives; the tree must not wait for it. */
    private static final Duration LOCK_WAIT_MAX = Duration.ofMillis(200);

    /** Of one process at a time: what is left comes with the next look, and the tree does not stand still meanwhile. */
    private static final int LANES_MAX = 256;

    /** Processes sealed at one look, for the same reason. */
    private static final int BOOTS_MAX = 8;

    private static final String TAKEN = "23505";
    private static final String WAITED = "55P03";

    private final Notary notary;
    private final Duration pause;
    private final LongSupplier nanoTime;

    private Set<UUID> suspects = Set.of();
    private long nextLookNanos;

    /**
     * A sealer that has just looked.
     *
     * @param pause between two looks
     * @param nanoTime a clock that nobody sets
     */
    LaneSealer(Notary notary, Duration pause, LongSupplier nanoTime) {
        this.notary = notary;
        this.pause = pause;
        this.nanoTime = nanoTime;
        this.nextLookNanos = nanoTime.getAsLong() + pause.toNanos();
    }

    /** Looks, if it is time, in transactions of its own; returns how many lanes were sealed. */
    int lookIfDue(Connection connection) throws SQLException {
        if (nanoTime.getAsLong() - nextLookNanos < 0) {
            return 0;
        }
        int sealed = look(connection);
        nextLookNanos = nanoTime.getAsLong() + pause.toNanos();
        return sealed;
    }

    /** One look: seals what was suspected before and is suspected still. */
    int look(Connection connection) throws SQLException {
        StoredOpenLanes open = new StoredOpenLanes(connection);
        Set<UUID> free = new LifeLock(connection).free(open.bootIds());
        boolean undecided = open.hasPreparedTransactions();
        connection.commit();
        int sealed = 0;
        if (!undecided) {
            for (UUID boot :
                    free.stream().filter(suspects::contains).limit(BOOTS_MAX).toList()) {
                sealed += seal(connection, boot);
            }
        }
        suspects = free;
        return sealed;
    }

    private int seal(Connection connection, UUID boot) throws SQLException {
        boolean committed = false;
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = " + LOCK_WAIT_MAX.toMillis());
            int sealed = new LifeLock(connection).exclude(boot)
                    ? notary.seal(connection, new StoredOpenLanes(connection).of(boot, LANES_MAX))
                    : 0;
            connection.commit();
            committed = true;
            if (sealed > 0) {
                LOG.log(Level.INFO, "{0} lanes of boot {1} are sealed: its process is gone", sealed, boot);
            }
            return sealed;
        } catch (SQLException collision) {
            if (TAKEN.equals(collision.getSQLState()) || WAITED.equals(collision.getSQLState())) {
                LOG.log(Level.INFO, "boot {0} still writes although it holds no lock: its lanes stay open", boot);
                return 0;
            }
            throw collision;
        } finally {
            if (!committed) {
                connection.rollback();
            }
        }
    }
}
