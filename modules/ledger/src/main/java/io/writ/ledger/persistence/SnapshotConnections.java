package io.writ.ledger.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import javax.sql.DataSource;

/** Connections that see one state of a database, and are put back as they were. */
public final class SnapshotConnections implements AutoCloseable {

    /** What is dropped or moved by the month; a snapshot does not keep its rows. */
    private static final String READABLE = """
            select string_agg('writ.' || relname, ', ' order by place)
              from unnest(array['decision', 'evidence', 'personal_value', 'ledger_entry'])
                   with ordinality as named (relname, place)
             where to_regclass('writ.' || relname) is not null
               and has_table_privilege('writ.' || relname, 'select')
            """;

    private final List<Connection> opened = new ArrayList<>();
    private final List<Integer> isolations = new ArrayList<>();
    private final BlockingQueue<Connection> idle = new LinkedBlockingQueue<>();
    private final Map<Thread, Connection> lent = new ConcurrentHashMap<>();

    private SnapshotConnections() {}

    /**
     * As many connections as asked for. Inside a transaction of the caller it is the one connection of that: another one
     * would not see what is not committed yet.
     */
    public static SnapshotConnections open(DataSource database, int connections) throws SQLException {
        var snapshot = new SnapshotConnections();
        try {
            snapshot.openAll(database, connections);
            return snapshot;
        } catch (SQLException | RuntimeException failure) {
            snapshot.close();
            throw failure;
        }
    }

    int size() {
        return opened.size();
    }

    /** Lends a connection to the calling thread, which waits until one is idle, or goes on with the one it has. */
    public <T> T with(Reading<T> reading) throws SQLException {
        Connection own = lent.get(Thread.currentThread());
        if (own != null) {
            return reading.read(own);
        }
        Connection connection = take();
        lent.put(Thread.currentThread(), connection);
        try {
            return reading.read(connection);
        } finally {
            lent.remove(Thread.currentThread());
            idle.add(connection);
        }
    }

    /** What is read. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(Connection connection) throws SQLException;
    }

    @Override
    public void close() throws SQLException {
        for (int index = 0; index < opened.size(); index++) {
            try (Connection connection = opened.get(index)) {
                if (index < isolations.size()) {
                    connection.rollback();
                    connection.setAutoCommit(true);
                    connection.setTransactionIsolation(isolations.get(index));
                }
            }
        }
    }

    private void openAll(DataSource database, int connections) throws SQLException {
        Connection first = opened(database);
        if (!first.getAutoCommit()) {
            idle.add(first);
            return;
        }
        // One snapshot for all statements, since the log grows meanwhile; and the driver streams inside a
        // transaction only.
        Optional<String> tables = readable(first);
        begin(first);
        if (tables.isPresent()) {
            hold(first, tables.get());
        }
        if (connections > 1) {
            String name = exported(first);
            for (int further = 1; further < connections; further++) {
                Connection connection = opened(database);
                begin(connection);
                adopt(connection, name);
            }
        }
        idle.addAll(opened);
    }

    private Connection opened(DataSource database) throws SQLException {
        Connection connection = database.getConnection();
        opened.add(connection);
        return connection;
    }

    private void begin(Connection connection) throws SQLException {
        isolations.add(connection.getTransactionIsolation());
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
    }

    /** Asked before the transaction: a question in it would take the snapshot. */
    private static Optional<String> readable(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(READABLE);
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return Optional.ofNullable(rows.getString(1));
        }
    }

    /**
     * Nobody drops or moves a month until everything was read. It comes before the snapshot: of a month that goes in
     * between, the snapshot would still hold the entries, and the table would be gone.
     */
    private static void hold(Connection connection, String tables) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table " + tables + " in access share mode");
        }
    }

    private static String exported(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select pg_export_snapshot()");
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void adopt(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // The command takes a literal only. The server made up the name; it has no quote in it.
            statement.execute("set transaction snapshot '" + name.replace("'", "''") + "'");
        }
    }

    private Connection take() throws SQLException {
        try {
            return idle.take();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while waiting for a connection", stopped);
        }
    }
}
