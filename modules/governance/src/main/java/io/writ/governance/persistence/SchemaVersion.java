package io.writ.governance.persistence;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Compares the database with the schema that this server was built for. */
public final class SchemaVersion {

    /** The newest migration that the statements of this module were written against. */
    static final int EXPECTED = 14;

    private static final Logger LOG = System.getLogger(SchemaVersion.class.getName());
    private static final String SQL = "select writ.schema_version()";

    private final DataSource database;
    private final int expected;

    /** What was last complained of: who is asked every second says it once. */
    private final AtomicInteger told;

    public SchemaVersion(DataSource database) {
        this(database, EXPECTED);
    }

    SchemaVersion(DataSource database, int expected) {
        this.database = database;
        this.expected = expected;
        this.told = new AtomicInteger(expected);
    }

    /** Tells whether the database is migrated to exactly this server's version; if not, the log says what to do. */
    public boolean fits() {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(SQL);
                ResultSet row = statement.executeQuery()) {
            row.next();
            int found = row.getInt(1);
            if (told.getAndSet(found) != found && found != expected) {
                LOG.log(Level.ERROR, complaint(found));
            }
            return found == expected;
        } catch (SQLException unreadable) {
            LOG.log(Level.ERROR, "the schema version of the database cannot be read; is it migrated?", unreadable);
            return false;
        }
    }

    private String complaint(int found) {
        return "the database has schema version " + found + ", this server was built for version " + expected + "; "
                + (found < expected
                        ? "run 'writ migrate' of this version"
                        : "start the server that belongs to the database");
    }
}
