package io.writ.cli.server;

import io.writ.cli.database.DatabaseAccess;
import io.writ.cli.database.DevDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A database with the sample company in it, and a server on top of it. */
public final class LocalInstance implements AutoCloseable {

    private final InstanceSettings settings;
    private final DevDatabase database;
    private final String secret;
    private ServerProcess server;

    private LocalInstance(InstanceSettings settings, DevDatabase database, String secret, ServerProcess server) {
        this.settings = settings;
        this.database = database;
        this.secret = secret;
        this.server = server;
    }

    /** Starts both and returns when the server is ready. */
    public static LocalInstance start(InstanceSettings settings, Progress progress) {
        createData(settings);
        String secret = LocalSecret.in(settings.secretFile(), settings.environment());
        DevDatabase database = progress.during("Starting PostgreSQL (durable, loopback only)", () -> {
            DevDatabase started = DevDatabase.start(settings.data().resolve("postgres"));
            started.loadSample();
            return started;
        });
        try {
            ServerProcess server = progress.during(
                    "Starting Open Liberty on port " + settings.port(),
                    () -> startServer(settings, database.access(), secret));
            return new LocalInstance(settings, database, secret, server);
        } catch (RuntimeException failed) {
            database.close();
            throw failed;
        }
    }

    public ServerProcess server() {
        return server;
    }

    public DatabaseAccess database() {
        return database.access();
    }

    /** The PostgreSQL process, for those who want to hurt it. */
    public DevDatabase postgres() {
        return database;
    }

    /** The shared secret of identity mode local. */
    public String secret() {
        return secret;
    }

    /** Starts a new server process after the old one ended or was killed. */
    public void restartServer() {
        restartServer(UnaryOperator.identity());
    }

    /** The same, with the database behind another address, such as a proxy that counts. */
    public void restartServer(UnaryOperator<String> databaseUrl) {
        server.close();
        DatabaseAccess direct = database.access();
        server = startServer(settings, direct.at(databaseUrl.apply(direct.url())), secret);
    }

    @Override
    public void close() {
        server.close();
        database.close();
    }

    private static ServerProcess startServer(InstanceSettings settings, DatabaseAccess access, String secret) {
        ServerProcess started = ServerProcess.start(
                settings.home(),
                settings.data().resolve("server"),
                serverEnvironment(settings, access, secret),
                settings.javaOptions());
        try {
            started.awaitReady(ServerProcess.READY_TIMEOUT);
            return started;
        } catch (RuntimeException failed) {
            started.close();
            throw failed;
        }
    }

    private static Map<String, String> serverEnvironment(
            InstanceSettings settings, DatabaseAccess access, String secret) {
        Map<String, String> environment = ServerVariables.of(settings.root(), settings.environment());
        environment.put("WRIT_HTTP_HOST", "127.0.0.1");
        environment.put("WRIT_HTTP_PORT", Integer.toString(settings.port()));
        environment.put("WRIT_LOCAL_AUTH_SHARED_SECRET", secret);
        environment.putIfAbsent(
                "WRIT_LEDGER_KEY", LocalLedgerKey.in(settings.ledgerKeyFile()).toString());
        environment.putAll(access.serverEnvironment());
        return environment;
    }

    private static void createData(InstanceSettings settings) {
        try {
            Files.createDirectories(settings.data().resolve("server"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException("creating " + settings.data(), unwritable);
        }
    }
}
