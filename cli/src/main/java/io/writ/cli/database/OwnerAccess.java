package io.writ.cli.database;

import io.writ.cli.Environment;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;

/** A database, entered as its owner: for commands that take something away. */
public final class OwnerAccess {

    private static final String URL = "WRIT_DB_URL";

    private final String url;
    private final Login login;

    private OwnerAccess(String url, Login login) {
        this.url = url;
        this.login = login;
    }

    /**
     * The database that the variables name; when they name none, the one that {@code ./writ run} or {@code demo} has
     * running in this folder.
     */
    public static OwnerAccess of(Environment environment, Path data) {
        Path folder = data.resolve("postgres");
        if (environment.value(URL).isEmpty() && Files.isDirectory(folder)) {
            RunningDatabase running = RunningDatabase.in(folder);
            return new OwnerAccess(running.url(), running.owner());
        }
        return new OwnerAccess(
                environment.required(URL, "the JDBC address, jdbc:postgresql://host/database"),
                new Login(
                        environment.required("WRIT_DB_OWNER_USER", "the role that owns the schema"),
                        environment.required("WRIT_DB_OWNER_PASSWORD", "the password of the owner")));
    }

    public DataSource database() {
        return login.at(url);
    }

    public String user() {
        return login.user();
    }
}
