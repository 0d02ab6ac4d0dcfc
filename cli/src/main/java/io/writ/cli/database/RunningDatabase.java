package io.writ.cli.database;

import io.writ.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A development database that another process has running. It is entered, never started or stopped.
 *
 * @param url JDBC address without credentials
 * @param login who enters it
 */
record RunningDatabase(String url, Login login) {

    static RunningDatabase in(Path directory, Rights rights) {
        int port = new Postmaster(DevFolder.data(directory))
                .port()
                .orElseThrow(() -> new CommandFailure("the database in " + directory
                        + " is not running: start it with ./writ run, or set WRIT_DB_URL to another one"));
        try {
            return new RunningDatabase(DevDatabase.url(port), DevPasswords.login(directory, rights.devUser()));
        } catch (IOException | DatabaseException unreadable) {
            throw new CommandFailure("the passwords of the database in " + directory + " cannot be read", unreadable);
        }
    }
}
