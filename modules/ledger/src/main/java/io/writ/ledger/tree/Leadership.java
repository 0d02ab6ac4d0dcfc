package io.writ.ledger.tree;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Who may sequence: the session that holds one advisory lock. The server ends a session that stays silent, so a frozen
 * leader loses the lock by itself; should it wake up in the middle of a cycle, the keys of the tree stop it.
 */
final class Leadership {

    /** "WRIT" and 1: any constant would do that nobody else in the database uses. */
    static final long LOCK = 0x57524954_00000001L;

    private Leadership() {}

    static boolean acquire(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            query.setLong(1, LOCK);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    /** Lets the server end this session when it says nothing for this long. */
    static void endWhenSilent(Connection connection, long millis) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set idle_session_timeout = " + millis);
            statement.execute("set idle_in_transaction_session_timeout = " + millis);
        }
        connection.commit();
    }

    /** Gives the lock back, and the session to the pool as it was. */
    static void release(Connection connection) throws SQLException {
        connection.rollback();
        try (Statement statement = connection.createStatement()) {
            statement.execute("reset idle_session_timeout");
            statement.execute("reset idle_in_transaction_session_timeout");
            statement.execute("select pg_advisory_unlock(" + LOCK + ")");
        }
        connection.commit();
    }
}
