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

    private static final Logger LOG = System.getLogger(PartitionUpkeep.class.getName());

    private final DataSource database;
    private final Consumer<String> complaints;

    /**
     * Of the partitions of a database.
     *
     * @param complaints are told after each attempt what somebody should look at, the empty text when nothing
     */
    PartitionUpkeep(DataSource database, Consumer<String> complaints) {
        this.database = database;
        this.complaints = complaints;
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(attend().isEmpty() ? INTERVAL : RETRY);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Makes what is missing; returns what was complained of, empty when nothing. */
    String attend() {
        String complaint = complaint();
        complaints.accept(complaint);
        return complaint;
    }

    private String complaint() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select writ.extend_partitions()");
                ResultSet rows = query.executeQuery()) {
            String complaint = rows.next() ? rows.getString(1) : "";
            if (!complaint.isEmpty()) {
                LOG.log(Level.WARNING, complaint);
            }
            return complaint;
        } catch (SQLException failure) {
            LOG.log(Level.WARNING, "partitions could not be made ahead; the next attempt is in ten minutes", failure);
            return "partitions of bodies and entries could not be made ahead: look at the log of this process.";
        }
    }
}
