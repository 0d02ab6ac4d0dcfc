package io.writ.governance.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;

/** One PostgreSQL server with the real migrations for all tests of this JVM; each test uses a tenant of its own. */
public final class TestDatabase {

    private static final Path MIGRATIONS = Path.of("../../cli/src/main/resources/db/migration");
    private static final List<String> ROLES = List.of("writ_app", "writ_source", "writ_auditor", "writ_sequencer");
    private static final EmbeddedPostgres SERVER = start();

    private TestDatabase() {}

    /** As the server runs: row security applies. */
    public static DataSource app() {
        return SERVER.getDatabase("writ_app", "postgres");
    }

    /** The keys of persons, as a server has them. */
    public static SubjectKeys keys() {
        return new SubjectKeys(app(), Clock.systemUTC(), new SecureRandom());
    }

    /** As verification runs: sees every tenant and changes nothing. */
    public static DataSource auditor() {
        return SERVER.getDatabase("writ_auditor", "postgres");
    }

    /** As somebody who got hold of the disk: no trigger stands in the way. */
    public static int tamper(String sql) {
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            return statement.executeUpdate(sql);
        } catch (SQLException broken) {
            throw new IllegalStateException(sql, broken);
        }
    }

    /** As nobody runs: sees every tenant. */
    public static long count(String sql) {
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException broken) {
            throw new IllegalStateException(sql, broken);
        }
    }

    /** The first column of all rows, seen as nobody sees it. */
    public static List<String> texts(String sql) {
        List<String> texts = new ArrayList<>();
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        } catch (SQLException broken) {
            throw new IllegalStateException(sql, broken);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .start();
            try (Connection superuser = server.getPostgresDatabase().getConnection();
                    var statement = superuser.createStatement()) {
                for (String role : ROLES) {
                    statement.execute("create role " + role + " login");
                }
                for (Path migration : migrations()) {
                    statement.execute(Files.readString(migration));
                }
            }
            return server;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (SQLException broken) {
            throw new IllegalStateException("migrating the test database", broken);
        }
    }

    /** The real migrations in the order of their numbers: V10 comes after V9. */
    public static List<Path> migrations() throws IOException {
        try (var files = Files.list(MIGRATIONS)) {
            return files.sorted(Comparator.comparingInt(TestDatabase::version)).toList();
        }
    }

    private static int version(Path migration) {
        String name = migration.getFileName().toString();
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }
}
