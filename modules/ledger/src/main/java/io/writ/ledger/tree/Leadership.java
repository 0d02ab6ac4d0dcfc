package io.writ.ledger.tree;

import io.writ.ledger.persistence.LeaderLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Who may sequence: the session that holds one advisory lock. The server ends a session that stays silent, so a frozen
 * leader loses the lock by itself; should it wake up in the middle of a cycle, the keys of the tree stop it.
 */
final class Leadership {

    private Leadership() {}

    static boolean acquire(Connection connection) throws SQLException {
        return new LeaderLock(connection).take();
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
        }
        new LeaderLock(connection).release();
        connection.commit();
    }
}
