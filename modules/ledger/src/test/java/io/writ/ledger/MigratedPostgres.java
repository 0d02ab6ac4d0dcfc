package io.writ.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL server with the real migrations; each test may begin with empty tables. */
public final class MigratedPostgres implements AutoCloseable {

    private static final Path MIGRATIONS = Path.of("../../cli/src/main/resources/db/migration");
    private static final List<String> ROLES = List.of("writ_app", "writ_source", "writ_auditor", "writ_sequencer");

    private final EmbeddedPostgres server;

    private MigratedPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    public static MigratedPostgres start() throws IOException, SQLException {
        var postgres = new MigratedPostgres(EmbeddedPostgres.builder()
                .setServerConfig("max_prepared_transactions", "4")
                .start());
        try (Connection superuser = postgres.asOwner().getConnection();
                var statement = superuser.createStatement()) {
            for (String role : ROLES) {
                statement.execute("create role " + role + " login");
            }
        }
        postgres.reset();
        return postgres;
    }

    /** Empties the database. */
    public void reset() throws IOException, SQLException {
        try (Connection superuser = asOwner().getConnection();
                var statement = superuser.createStatement()) {
            statement.execute("drop schema if exists writ, safe cascade");
            for (Path migration : migrations()) {
                statement.execute(Files.readString(migration));
            }
        }
    }

    /** A backup of everything, as a database of its own. */
    public void copyTo(String backup) throws SQLException {
        copy("postgres", backup);
    }

    /** Puts a backup in the place of the database. */
    public void restoreFrom(String backup) throws SQLException {
        copy(backup, "postgres");
    }

    private void copy(String from, String to) throws SQLException {
        try (Connection superuser = server.getDatabase("postgres", "template1").getConnection();
                var statement = superuser.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname in ('postgres', '"
                    + from + "')");
            statement.execute("drop database if exists " + to + " with (force)");
            statement.execute("create database " + to + " template " + from);
        }
    }

    public DataSource asApp() {
        return server.getDatabase("writ_app", "postgres");
    }

    /** The server's user on another port: that of a proxy. */
    public DataSource asApp(int port) throws SQLException {
        var source = new PGSimpleDataSource();
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName("postgres");
        source.setUser("writ_app");
        source.setProperty(PGProperty.SSL_MODE, "disable");
        source.setProperty(PGProperty.GSS_ENC_MODE, "disable");
        return source;
    }

    public int port() {
        return server.getPort();
    }

    public DataSource asAuditor() {
        return server.getDatabase("writ_auditor", "postgres");
    }

    /** Whoever folds lanes into the tree. */
    public DataSource asSequencer() {
        return server.getDatabase("writ_sequencer", "postgres");
    }

    /** The superuser, who owns everything here. */
    public DataSource asOwner() {
        return server.getPostgresDatabase();
    }

    /** What the owner can do with every trigger off. */
    public void tamper(String sql) throws SQLException {
        try (Connection owner = asOwner().getConnection();
                var statement = owner.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(sql);
        }
    }

    /** The one text that a query finds. */
    public String text(String sql) throws SQLException {
        try (Connection owner = asOwner().getConnection();
                var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private static List<Path> migrations() throws IOException {
        try (var files = Files.list(MIGRATIONS)) {
            return files.sorted(Comparator.comparingInt(MigratedPostgres::version))
                    .toList();
        }
    }

    private static int version(Path migration) {
        String name = migration.getFileName().toString();
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }
}
