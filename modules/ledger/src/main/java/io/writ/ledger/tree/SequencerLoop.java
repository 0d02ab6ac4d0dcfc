package io.writ.ledger.tree;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/** Leads when nobody else does, waits otherwise, and never gives up before it is stopped. */
final class SequencerLoop implements Runnable {

    private static final Logger LOG = System.getLogger(SequencerLoop.class.getName());

    /** Twenty cycles: a pause of the collector is no reason to change the leader. */
    private static final Duration SILENCE_MAX = Duration.ofSeconds(2);

    /** After a failure; a database that is away need not be asked ten times a second. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Anchors are given up long before; past this the asker is frozen, and another may lead. */
    private static final Duration CONSULTATION_MAX = AnchorConsultation.PATIENCE.multipliedBy(2);

    /** Before anchors that objected are asked again. */
    private static final Duration OBJECTION_PAUSE = Duration.ofSeconds(5);

    private final DataSource database;
    private final Duty duty;
    private final SequencerState state;
    private final Publication publication;
    private final AtomicBoolean stopped = new AtomicBoolean();

    SequencerLoop(DataSource database, Duty duty, SequencerState state, Publication publication) {
        this.database = database;
        this.duty = duty;
        this.state = state;
        this.publication = publication;
    }

    @Override
    public void run() {
        while (!stopped.get() && !Thread.currentThread().isInterrupted()) {
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                serve(connection);
            } catch (SQLException | RuntimeException | Error failure) {
                // An error that ended this thread would leave the tree standing still without a word.
                state.failed(failure);
                LOG.log(Level.WARNING, "the sequencer stopped and begins anew", failure);
                sleep(PAUSE);
            }
        }
        state.stopped();
    }

    void stop() {
        stopped.set(true);
    }

    private void serve(Connection connection) throws SQLException {
        while (!stopped.get() && !Leadership.acquire(connection)) {
            connection.rollback();
            state.standsBy();
            publication.standsBy();
            sleep(duty.cycle());
        }
        if (stopped.get()) {
            return;
        }
        boolean led;
        try {
            led = lead(connection);
        } finally {
            Leadership.release(connection);
        }
        if (!led) {
            sleep(OBJECTION_PAUSE);
        }
    }

    /** False when an anchor objected, and nothing was signed. */
    private boolean lead(Connection connection) throws SQLException {
        Leadership.endWhenSilent(connection, CONSULTATION_MAX.toMillis());
        List<String> objections = publication.objections(connection, duty.identity());
        if (!objections.isEmpty()) {
            state.refuses(objections);
            return false;
        }
        Leadership.endWhenSilent(connection, SILENCE_MAX.toMillis());
        Sequencer sequencer = new Sequencer(duty.identity(), duty.notary());
        LaneSealer sealer = new LaneSealer(duty.notary(), duty.looks(), System::nanoTime);
        LOG.log(Level.INFO, "this process sequences the ledger");
        while (!stopped.get() && !publication.isDoubted()) {
            long began = System.nanoTime();
            state.leads(sequencer.cycle(connection));
            sealer.lookIfDue(connection);
            // From begin to begin: an entry waits for the work of one cycle, and not for that of two.
            sleep(duty.cycle().minusNanos(System.nanoTime() - began));
        }
        return true;
    }

    private void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stopped.set(true);
        }
    }
}
