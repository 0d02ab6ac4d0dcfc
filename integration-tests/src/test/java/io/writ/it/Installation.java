package io.writ.it;

import io.writ.cli.database.DevDatabase;
import io.writ.cli.server.FreePort;
import io.writ.cli.server.InstanceSettings;
import io.writ.cli.server.ServerHome;
import io.writ.cli.server.ServerProcess;
import io.writ.ledger.LogKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A database and a server that are started, stopped and put back one by one; keys and address are known before. */
final class Installation implements AutoCloseable {

    private static final String SECRET = "a-secret-of-the-test";

    private final Path folder;
    private final int port = FreePort.any();
    private final Map<String, String> environment = new HashMap<>();
    private DevDatabase database;
    private ServerProcess server;

    Installation(Path folder, String name) throws IOException {
        this.folder = Files.createDirectories(folder);
        Files.writeString(logKeyFile(), LogKey.mint("writ.example/" + name));
        Files.writeString(witnessKeyFile(), LogKey.mintWitness("witness.example/" + name));
        this.database = DevDatabase.start(databaseFolder());
        database.loadSample();
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    String logKey() throws IOException {
        return LogKey.publicKey(Files.readString(logKeyFile()));
    }

    String witnessKey() throws IOException {
        return LogKey.publicKey(Files.readString(witnessKeyFile()));
    }

    Path logKeyFile() {
        return folder.resolve("log-key");
    }

    Path witnessKeyFile() {
        return folder.resolve("witness-key");
    }

    Installation with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    DevDatabase database() {
        return database;
    }

    ServerProcess server() {
        return server;
    }

    void startServer() throws IOException {
        Files.createDirectories(folder.resolve("server"));
        Map<String, String> all = new HashMap<>(environment);
        all.put(
                "WRIT_CATALOGUE",
                TestServer.ROOT.resolve("config/catalogue.json").toString());
        all.put("WRIT_CORPUS", TestServer.ROOT.resolve("config/corpus").toString());
        all.put("WRIT_IDENTITY", TestServer.ROOT.resolve("config/identity.json").toString());
        all.put("WRIT_HTTP_HOST", "127.0.0.1");
        all.put("WRIT_HTTP_PORT", Integer.toString(port));
        all.put("WRIT_LOCAL_AUTH_SHARED_SECRET", SECRET);
        all.put("WRIT_LEDGER_KEY", logKeyFile().toString());
        all.putAll(database.access().serverEnvironment());
        server = ServerProcess.start(
                new ServerHome(TestServer.ROOT.resolve("app/target/liberty/wlp")),
                folder.resolve("server"),
                all,
                InstanceSettings.QUICK_START);
    }

    void awaitReady() {
        server.awaitReady(ServerProcess.READY_TIMEOUT);
    }

    Api api() {
        return new Api(
                URI.create(address()),
                Map.of(
                        "x-pecr-principal-id",
                        "dev",
                        "x-pecr-local-auth-secret",
                        SECRET,
                        "content-type",
                        "application/json"));
    }

    Api anonymous() {
        return new Api(URI.create(address()), Map.of());
    }

    /** Both off, and the files of the database kept aside. */
    void backup(Path to) throws IOException {
        server.close();
        database.close();
        copy(databaseFolder(), to);
        database = DevDatabase.start(databaseFolder());
    }

    /** Both off, and the files that were kept aside put in the place of the database. */
    void restore(Path from) throws IOException {
        server.close();
        database.close();
        Files.move(databaseFolder(), folder.resolve("lost"));
        copy(from, databaseFolder());
        database = DevDatabase.start(databaseFolder());
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        database.close();
    }

    private Path databaseFolder() {
        return folder.resolve("postgres");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> {
                try {
                    Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        }
    }
}
