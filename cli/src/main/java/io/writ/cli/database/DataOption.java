package io.writ.cli.database;

import io.writ.cli.Environment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a command finds its database when no variable names one. */
public final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where ./writ run or demo keeps its database, used when WRIT_DB_URL is not set. Default:"
                    + " ${DEFAULT-VALUE}.")
    private Path data = Path.of(".writ");

    /** The database, entered with these rights. */
    public EnteredDatabase database(Rights rights, Environment environment) {
        return EnteredDatabase.of(rights, environment, data);
    }

    /** The key file of the ledger that is in the folder; none when a variable names another database. */
    public Optional<Path> ledgerKey(Environment environment) {
        Path own = data.resolve("ledger-key");
        boolean local = environment.value("WRIT_DB_URL").isEmpty() && Files.isRegularFile(own);
        return local ? Optional.of(own) : Optional.empty();
    }
}
