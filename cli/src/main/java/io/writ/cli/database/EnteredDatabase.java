package io.writ.cli.database;

import io.writ.cli.Environment;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;

/** A database that a command enters, with the rights that it needs. */
public final class EnteredDatabase {

    private static final String URL = "WRIT_DB_URL";

    private final String url;
    private final Login login;

    private EnteredDatabase(String url, Login login) {
        this.url = url;
        this.login = login;
    }

    /**
     * The database that the variables name; when they name none, the one that {@code ./writ run} or {@code demo} has
     * running in this folder.
     */
    static EnteredDatabase of(Rights rights, Environment environment, Path data) {
        Path folder = data.resolve("postgres");
        if (environment.value(URL).isEmpty() && Files.isDirectory(folder)) {
            RunningDatabase running = RunningDatabase.in(folder, rights);
            return new EnteredDatabase(running.url(), running.login());
        }
        return new EnteredDatabase(
                environment.required(URL, "the JDBC address, jdbc:postgresql://host/database"),
                rights.login(environment));
    }

    public DataSource source() {
        return login.at(url);
    }

    public String user() {
        return login.user();
    }
}
