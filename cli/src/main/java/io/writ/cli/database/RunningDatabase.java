package io.writ.cli.database;

import io.writ.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A development database that another process has running. It is entered, never started or stopped.
 *
 * @param url JDBC address without credentials
 */
record RunningDatabase(String url, Login auditor, Login sequencer, Login owner) {

    static RunningDatabase in(Path directory) {
        int port = new Postmaster(DevFolder.data(directory))
                .port()
                .orElseThrow(() -> new CommandFailure("the database in " + directory
                        + " is not running: start it with ./writ run, or set WRIT_DB_URL to another one"));
        try {
            Login auditor = DevPasswords.login(directory, DatabaseRole.AUDITOR.roleName());
            Login sequencer = DevPasswords.login(directory, DatabaseRole.SEQUENCER.roleName());
            Login owner = DevPasswords.login(directory, DevDatabase.OWNER);
            return new RunningDatabase(DevDatabase.url(port), auditor, sequencer, owner);
        } catch (IOException | DatabaseException unreadable) {
            throw new CommandFailure("the passwords of the database in " + directory + " cannot be read", unreadable);
        }
    }
}
