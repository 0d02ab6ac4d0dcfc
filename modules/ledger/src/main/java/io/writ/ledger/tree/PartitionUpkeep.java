package io.writ.ledger.tree;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Has partitions made before anybody needs them, and rows moved that came before their partition. What it could not do is
 * logged and shown by readiness until it is done; meanwhile rows go to the default partitions, and nothing is refused.
 */
final class PartitionUpkeep implements Runnable {

    /** Partitions are made three months ahead, or some ten thousand lanes: an hour is often. */
    private static final Duration INTERVAL = Duration.ofHours(1);

    /** Who held a table has let go of it by then. Each attempt may stop writers for a second, so not sooner. */
    private static final Duration RETRY = Duration.ofMinutes(10);

    /** Rows of one partition are moved at a time, and writers have the time between for themselves. */
    private static final Duration SOON = Duration.ofMinutes(1);

    /** How the database says that it did a part. */
    private static final String MOVED = "Rows were moved, and more may wait.";

    private static final Logger LOG = System.getLogger(PartitionUpkeep.class.getName());

    private final DataSource database;
    private final Consumer<String> complaints;

    /**
     * Of the partitions of a database.
     *
     * @param complaints are told after each attempt that went through what somebody should look at, the empty text when
     *     nothing
     */
    PartitionUpkeep(DataSource database, Consumer<String> complaints) {
        this.database = database;
        this.complaints = complaints;
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(attend());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Makes what is missing, or a part of it; returns when to go on. */
    Duration attend() {
        String said = said();
        if (said.endsWith(MOVED)) {
            LOG.log(Level.INFO, "rows that came before their partition were moved into it");
            return SOON;
        }
        if (!said.isEmpty()) {
            LOG.log(Level.WARNING, said);
        }
        complaints.accept(said);
        return said.isEmpty() ? INTERVAL : RETRY;
    }

    private String said() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select writ.extend_partitions()");
                ResultSet rows = query.executeQuery()) {
            return rows.next() ? rows.getString(1) : "";
        } catch (SQLException failure) {
            LOG.log(Level.WARNING, "partitions could not be made ahead; the next attempt is in ten minutes", failure);
            return "partitions of bodies and entries could not be made ahead: look at the log of this process.";
        }
    }
}
