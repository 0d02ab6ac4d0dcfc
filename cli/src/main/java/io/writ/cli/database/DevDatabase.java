package io.writ.cli.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server of its own in a folder, for development, demonstrations and tests. Data outlives the process;
 * the server is as durable as a real one and listens on loopback only, with passwords.
 */
public final class DevDatabase implements AutoCloseable {

    static final String OWNER = "writ_owner";

    private static final String DATABASE = "writ";

    /** A cold start on a busy small machine includes unpacking and recovery. */
    private static final Duration START_MAX = Duration.ofSeconds(90);

    private final DevFolder folder;
    private final EmbeddedPostgres server;
    private final DatabaseAccess access;

    private DevDatabase(DevFolder folder, EmbeddedPostgres server, DatabaseAccess access) {
        this.folder = folder;
        this.server = server;
        this.access = access;
    }

    /**
     * Starts the server in the folder, which is created if needed, and migrates it.
     *
     * @throws DatabaseException when the folder is in use or the server does not start
     */
    public static DevDatabase start(Path directory) {
        DevFolder folder = DevFolder.open(directory);
        EmbeddedPostgres server = null;
        try {
            DevPasswords passwords = DevPasswords.in(folder);
            folder.clean();
            server = startServer(folder, passwords);
            DatabaseAccess access = install(server, passwords);
            folder.markComplete();
            return new DevDatabase(folder, server, access);
        } catch (IOException | SQLException | RuntimeException failure) {
            stopAfterFailure(server, failure);
            folder.close();
            throw new DatabaseException(
                    "starting PostgreSQL in " + directory + " failed, see " + folder.log(), failure);
        }
    }

    /** The address of a server of this kind. */
    static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    public DatabaseAccess access() {
        return access;
    }

    /** Loads the fictional company, once. */
    public void loadSample() {
        new Migration(access.url(), access.owner()).applySample();
    }

    /** Stops the server as a power cut would; what was committed is there after the next start. */
    public void kill() {
        folder.postmaster().kill();
        close();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new DatabaseException("stopping PostgreSQL in " + folder.directory() + " failed", failure);
        } finally {
            folder.close();
        }
    }

    private static EmbeddedPostgres startServer(DevFolder folder, DevPasswords passwords) throws IOException {
        Path superuserPassword = passwords.superuserFile();
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(folder.data())
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(folder.binaries().toFile())
                    .setPGStartupWait(START_MAX)
                    // These are passed to initdb as options of this name; its default here would be no password at all.
                    .setLocaleConfig("auth-host", "scram-sha-256")
                    .setLocaleConfig("auth-local", "scram-sha-256")
                    .setLocaleConfig("pwfile", superuserPassword.toString())
                    .setLocaleConfig("locale", "C")
                    .setConnectConfig("password", passwords.superuser())
                    // The library's defaults trade durability for speed; a log that is not on disk proves nothing.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("unix_socket_directories", "")
                    // A pipe would break, and the server with it, when this process is killed.
                    .setOutputRedirector(
                            ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
                    .start();
        } finally {
            Files.deleteIfExists(superuserPassword);
        }
    }

    private static DatabaseAccess install(EmbeddedPostgres server, DevPasswords passwords) throws SQLException {
        try (Connection superuser = server.getPostgresDatabase().getConnection()) {
            var roles = new Roles(superuser);
            ensure(roles, OWNER, passwords);
            for (DatabaseRole role : DatabaseRole.values()) {
                ensure(roles, role.roleName(), passwords);
            }
            ensureDatabase(superuser);
        }
        var access = new DatabaseAccess(
                url(server.getPort()),
                passwords.login(OWNER),
                passwords.login(DatabaseRole.APP.roleName()),
                passwords.login(DatabaseRole.SOURCE.roleName()),
                passwords.login(DatabaseRole.AUDITOR.roleName()),
                passwords.login(DatabaseRole.SEQUENCER.roleName()));
        new Migration(access.url(), access.owner()).applySchema();
        return access;
    }

    private static void ensure(Roles roles, String role, DevPasswords passwords) throws SQLException {
        if (!roles.exists(role)) {
            roles.create(role, passwords.login(role).password());
        }
    }

    private static void ensureDatabase(Connection superuser) throws SQLException {
        try (var statement = superuser.createStatement();
                var rows = statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
            if (rows.next()) {
                return;
            }
        }
        try (var statement = superuser.createStatement()) {
            statement.execute("create database " + DATABASE + " owner " + OWNER);
        }
    }

    private static void stopAfterFailure(@Nullable EmbeddedPostgres server, Exception failure) {
        if (server == null) {
            return;
        }
        try {
            server.close();
        } catch (IOException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }
}
