package io.writ.benchmarks.ledger;

import java.sql.SQLException;
import java.util.Locale;

/** One line that says where figures come from. */
final class Environment {

    private Environment() {}

    static String of(Choice choice, Cluster cluster) {
        try (Ground ground = new Ground(cluster)) {
            return String.format(
                    Locale.ROOT,
                    "%d processors for everything, Linux %s, Java %s, PostgreSQL %s, wal_sync_method %s,"
                            + " %d rounds of %d ms after a ramp of %d ms.",
                    Processors.count(),
                    System.getProperty("os.version"),
                    System.getProperty("java.version"),
                    ground.texts("show server_version").getFirst(),
                    ground.texts("show wal_sync_method").getFirst(),
                    choice.rounds(),
                    choice.pace().windowMillis(),
                    choice.pace().rampMillis());
        } catch (SQLException failed) {
            throw new IllegalStateException("asking the database what it is", failed);
        }
    }
}
