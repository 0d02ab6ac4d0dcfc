package io.writ.benchmarks.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The tables between slices: emptied, checkpointed, counted. One session of the superuser, and no other. */
final class Ground implements AutoCloseable {

    /** What tells how the database was migrated stays. */
    private static final String TABLES = """
            select format('%I.%I', space.nspname, tab.relname)
              from pg_class tab join pg_namespace space on space.oid = tab.relnamespace
             where space.nspname in ('writ', 'bench') and tab.relkind in ('r', 'p') and not tab.relispartition
               and tab.relname not in ('schema_history', 'sample_history')""";

    private final Connection connection;

    Ground(Cluster cluster) throws SQLException {
        connection = cluster.asSuperuser().getConnection();
        run("create schema if not exists bench");
        run("create table if not exists bench.baseline"
                + " (id bigint generated always as identity primary key, payload text not null)");
        run("grant usage on schema bench to writ_app");
        run("grant insert on bench.baseline to writ_app");
        // Truncating what only grows is what the triggers are there to refuse.
        run("set session_replication_role = replica");
    }

    /** Empties every table and lets the next slice begin behind a checkpoint. */
    void clear() throws SQLException {
        run("truncate " + String.join(", ", texts(TABLES)));
        run("checkpoint");
    }

    /** Waits until nobody else is connected: a session reports what it flushed when it ends. */
    void awaitQuiet() throws SQLException {
        // A server's sessions are called writ and stay.
        String others = "select count(*) from pg_stat_activity where backend_type = 'client backend'"
                + " and pid <> pg_backend_pid() and application_name not like 'writ%'";
        for (int tries = 0; number(others) > 0 && tries < 200; tries++) {
            Pause.millis(10);
        }
    }

    long flushes() throws SQLException {
        return number("select coalesce(sum(fsyncs), 0)::bigint from pg_stat_io where object = 'wal'");
    }

    long walBytes() throws SQLException {
        return number("select (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::bigint");
    }

    long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
