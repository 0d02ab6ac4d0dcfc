package io.writ.ledger.tree;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Has partitions made before anybody needs them. Should it fail for a quarter of a year, rows go to the default partitions
 * and the log says so every hour.
 */
final class PartitionUpkeep implements Runnable {

    /** Partitions are made three months ahead, or some ten thousand lanes: an hour is often. */
    private static final Duration INTERVAL = Duration.ofHours(1);

    private static final Logger LOG = System.getLogger(PartitionUpkeep.class.getName());

    private final DataSource database;

    PartitionUpkeep(DataSource database) {
        this.database = database;
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                attend();
                Thread.sleep(INTERVAL);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Makes what is missing; what somebody should look at is logged and returned, empty when nothing. */
    String attend() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select writ.extend_partitions()");
                ResultSet rows = query.executeQuery()) {
            String complaint = rows.next() ? rows.getString(1) : "";
            if (!complaint.isEmpty()) {
                LOG.log(Level.WARNING, complaint);
            }
            return complaint;
        } catch (SQLException failure) {
            LOG.log(Level.WARNING, "partitions could not be made ahead; the next attempt is in an hour", failure);
            return "the database failed";
        }
    }
}
