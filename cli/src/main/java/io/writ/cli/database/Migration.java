package io.writ.cli.database;

import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings the schema of a database up to this build, as the owner. The roles must exist. */
final class Migration {

    private static final String SCHEMA = "writ";

    /** How the database says that it filled one partition, in one transaction, and is to be asked again. */
    private static final String MOVED = "Rows were moved, and more may wait.";

    private final String url;
    private final Login owner;

    Migration(String url, Login owner) {
        this.url = url;
        this.owner = owner;
    }

    /** Applies what is missing and returns how many migrations that were. */
    int applySchema() {
        return apply(configuration("schema_history", "classpath:db/migration"), "the schema");
    }

    /**
     * Makes partitions ahead, and moves into them what came before them, however much that is; tells what somebody should
     * look at, empty when nothing.
     */
    String extendPartitions() {
        try (var connection = owner.connect(url);
                var query = connection.prepareStatement("select writ.extend_partitions(1000000000)")) {
            String said = MOVED;
            while (said.endsWith(MOVED)) {
                try (var rows = query.executeQuery()) {
                    said = rows.next() ? String.valueOf(rows.getString(1)) : "";
                }
            }
            return said;
        } catch (SQLException failure) {
            throw new DatabaseException("making partitions ahead failed: " + failure.getMessage(), failure);
        }
    }

    /**
     * Loads the sample company. It keeps its own history: content of an example is not part of the schema, and a
     * database without it must not look incomplete.
     */
    int applySample() {
        var configuration = configuration("sample_history", "classpath:db/sample")
                .baselineOnMigrate(true)
                .baselineVersion("0");
        return apply(configuration, "the sample company");
    }

    private FluentConfiguration configuration(String history, String location) {
        return Flyway.configure()
                .loggers("slf4j")
                .dataSource(owner.at(url))
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .table(history)
                .locations(location)
                .placeholderReplacement(false)
                .cleanDisabled(true);
    }

    private static int apply(FluentConfiguration configuration, String what) {
        try {
            return configuration.load().migrate().migrationsExecuted;
        } catch (FlywayException failure) {
            throw new DatabaseException("installing " + what + " failed: " + failure.getMessage(), failure);
        }
    }
}
