package io.writ.cli.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevDatabaseTest {

    /** Outlives the tests, so that the server is unpacked once. */
    @TempDir
    private static Path parent;

    private final Path directory = parent.resolve(UUID.randomUUID().toString());

    @Test
    void dataAndPasswordsOutliveAStopAndAKill() throws SQLException {
        DatabaseAccess first;
        try (var database = DevDatabase.start(directory)) {
            first = database.access();
            insertLane(first, 1);
        }
        var second = DevDatabase.start(directory);
        assertThat(second.access().app()).isEqualTo(first.app());
        insertLane(second.access(), 2);
        second.kill();
        try (var third = DevDatabase.start(directory)) {
            assertThat(count(third.access(), "writ.ledger_lane")).isEqualTo(2);
        }
    }

    @Test
    void aServerWhoseStarterWasKilledIsReplaced() throws Exception {
        Path data = directory.resolve("data");
        DevDatabase.start(directory).close();
        Files.writeString(
                data.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + data + "\n");
        try (var database = DevDatabase.start(directory)) {
            assertThat(count(database.access(), "writ.ledger_lane")).isZero();
        }
    }

    @Test
    void aFolderThatNeverStartedCompletelyIsMadeAnew() throws Exception {
        Files.createDirectories(directory.resolve("data/base"));
        Files.writeString(directory.resolve("data/postgresql.conf"), "");
        try (var database = DevDatabase.start(directory)) {
            assertThat(count(database.access(), "writ.ledger_lane")).isZero();
        }
    }

    @Test
    void theServerIsDurableWantsPasswordsAndTakesOneHolder() throws Exception {
        try (var database = DevDatabase.start(directory)) {
            DatabaseAccess access = database.access();
            try (Connection connection = access.asOwner().getConnection()) {
                assertThat(text(connection, "show fsync")).isEqualTo("on");
                assertThat(text(connection, "show synchronous_commit")).isEqualTo("on");
                assertThat(text(connection, "show server_version")).startsWith("18.");
            }
            assertThatThrownBy(() -> DriverManager.getConnection(access.url(), "writ_app", "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(Files.getPosixFilePermissions(directory.resolve("passwords.properties")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(Files.getPosixFilePermissions(directory))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
            assertThatThrownBy(() -> DevDatabase.start(directory)).hasMessageContaining("in use");
        }
    }

    private static void insertLane(DatabaseAccess access, long lane) throws SQLException {
        try (Connection connection = access.asApp().getConnection();
                var statement = connection.prepareStatement(
                        "insert into writ.ledger_lane (lane, node_id, boot_id, opened_us, genesis)"
                                + " overriding system value values (?, 'node', gen_random_uuid(), 0, sha256(''))")) {
            statement.setLong(1, lane);
            statement.executeUpdate();
        }
    }

    private static long count(DatabaseAccess access, String table) throws SQLException {
        try (Connection connection = access.asOwner().getConnection()) {
            return Long.parseLong(text(connection, "select count(*) from " + table));
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
