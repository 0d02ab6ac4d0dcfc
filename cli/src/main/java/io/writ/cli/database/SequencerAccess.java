package io.writ.cli.database;

import io.writ.cli.Environment;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;

/** A database, entered with rights to write what the log says about itself. */
public final class SequencerAccess {

    private static final String URL = "WRIT_DB_URL";

    private final String url;
    private final Login login;

    private SequencerAccess(String url, Login login) {
        this.url = url;
        this.login = login;
    }

    /**
     * The database that the variables name; when they name none, the one that {@code ./writ run} or {@code demo} has
     * running in this folder.
     */
    public static SequencerAccess of(Environment environment, Path data) {
        Path folder = data.resolve("postgres");
        if (environment.value(URL).isPresent() || !Files.isDirectory(folder)) {
            return new SequencerAccess(
                    environment.required(URL, "the JDBC address, jdbc:postgresql://host/database"), login(environment));
        }
        RunningDatabase running = RunningDatabase.in(folder);
        return new SequencerAccess(running.url(), running.sequencer());
    }

    public DataSource database() {
        return login.at(url);
    }

    public String user() {
        return login.user();
    }

    private static Login login(Environment environment) {
        if (environment.value("WRIT_DB_SEQUENCER_PASSWORD").isEmpty()
                && environment.value("WRIT_DB_OWNER_PASSWORD").isPresent()) {
            return new Login(
                    environment.required("WRIT_DB_OWNER_USER", "the role that owns the schema"),
                    environment.required("WRIT_DB_OWNER_PASSWORD", "the password of the owner"));
        }
        return new Login(
                environment.value("WRIT_DB_SEQUENCER_USER").orElse("writ_sequencer"),
                environment.required(
                        "WRIT_DB_SEQUENCER_PASSWORD", "the password of the sequencer, or use the owner's"));
    }
}
