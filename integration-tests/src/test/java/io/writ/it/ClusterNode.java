package io.writ.it;

import io.writ.cli.database.DatabaseAccess;
import io.writ.cli.server.FreePort;
import io.writ.cli.server.InstanceSettings;
import io.writ.cli.server.ServerHome;
import io.writ.cli.server.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One of several servers on one database, behind a wire of its own: so it can be told which sessions are its. */
final class ClusterNode implements AutoCloseable {

    private final Path folder;
    private final Map<String, String> environment;
    private final CuttableWire wire;
    private ServerProcess server;

    private ClusterNode(Path folder, Map<String, String> environment, CuttableWire wire, ServerProcess server) {
        this.folder = folder;
        this.environment = environment;
        this.wire = wire;
        this.server = server;
    }

    /** Begins to start; {@link #awaitReady} tells when it is there. */
    static ClusterNode start(Path folder, DatabaseAccess database, Map<String, String> common) {
        int port = URI.create(database.url().substring("jdbc:".length())).getPort();
        CuttableWire wire = CuttableWire.to(port);
        Map<String, String> environment = new HashMap<>(common);
        environment.put("WRIT_HTTP_PORT", Integer.toString(FreePort.any()));
        environment.put("WRIT_NODE_ID", folder.getFileName().toString());
        environment.putAll(database.at(database.url().replace(":" + port + "/", ":" + wire.port() + "/"))
                .serverEnvironment());
        try {
            Files.createDirectories(folder);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("creating " + folder, unwritable);
        }
        return new ClusterNode(folder, environment, wire, process(folder, environment));
    }

    /** By which its lanes are told from those of others. */
    String name() {
        return environment.get("WRIT_NODE_ID");
    }

    void awaitReady() {
        server.awaitReady(ServerProcess.READY_TIMEOUT);
    }

    Api as(String principal) {
        return new Api(
                server.base(),
                Map.of(
                        "x-pecr-principal-id",
                        principal,
                        "x-pecr-local-auth-secret",
                        environment.get("WRIT_LOCAL_AUTH_SHARED_SECRET"),
                        "content-type",
                        "application/json"));
    }

    CuttableWire wire() {
        return wire;
    }

    boolean isAlive() {
        return server.isAlive();
    }

    /** Kill -9, and a new process in its place. */
    void kill() {
        server.kill();
    }

    void restart() {
        server.close();
        server = process(folder, environment);
        awaitReady();
    }

    /** The process stands still with all it holds, as in a pause of its virtual machine. */
    void freeze() {
        signal("-STOP");
    }

    void thaw() {
        signal("-CONT");
    }

    @Override
    public void close() {
        server.close();
        wire.close();
    }

    private void signal(String name) {
        String said = PolicyAuthor.run(folder, List.of("kill", name, Long.toString(server.pid())));
        if (!said.isBlank()) {
            throw new IllegalStateException("kill " + name + ": " + said);
        }
    }

    private static ServerProcess process(Path folder, Map<String, String> environment) {
        return ServerProcess.start(
                new ServerHome(TestServer.ROOT.resolve("app/target/liberty/wlp")),
                folder,
                environment,
                InstanceSettings.QUICK_START);
    }
}
