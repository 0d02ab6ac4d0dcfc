package io.writ.benchmarks.ledger;

import io.writ.cli.server.FreePort;
import io.writ.cli.server.InstanceSettings;
import io.writ.cli.server.ServerHome;
import io.writ.cli.server.ServerProcess;
import io.writ.ledger.LogKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A real server on the cluster of this run, with the default compiler, and its processor time. */
final class BenchServer implements AutoCloseable {

    static final String SECRET = "benchmark-of-the-ledger-on-loopback";

    private final ServerProcess server;
    private final ProcessHandle process;

    private BenchServer(ServerProcess server, ProcessHandle process) {
        this.server = server;
        this.process = process;
    }

    /** Starts one and waits until it is ready. */
    static BenchServer start(Scenario.Field field, ServerHome home, String name, Map<String, String> more) {
        try {
            Path directory = Files.createDirectories(field.choice().work().resolve(name));
            Map<String, String> environment = environment(field);
            environment.putAll(more);
            Set<ProcessHandle> before = ProcessHandle.current().children().collect(Collectors.toSet());
            ServerProcess server = ServerProcess.start(home, directory, environment, InstanceSettings.THROUGHPUT);
            List<ProcessHandle> started =
                    new ArrayList<>(ProcessHandle.current().children().toList());
            started.removeAll(before);
            server.awaitReady(ServerProcess.READY_TIMEOUT);
            return new BenchServer(server, started.getFirst());
        } catch (IOException failed) {
            throw new UncheckedIOException("starting a server", failed);
        }
    }

    /** A key of the log for one server, in a file as an operator has it. */
    static Path key(Path directory) {
        try {
            return Files.writeString(
                    directory.resolve("ledger-key-" + System.nanoTime()), LogKey.mint("writ.local/bench"));
        } catch (IOException failed) {
            throw new UncheckedIOException("writing a key", failed);
        }
    }

    int port() {
        return server.base().getPort();
    }

    long cpuNanos() {
        return Processors.nanosOf(process.pid());
    }

    @Override
    public void close() {
        server.close();
    }

    private static Map<String, String> environment(Scenario.Field field) {
        Path config = field.choice().root().resolve("config");
        Map<String, String> environment = new HashMap<>(field.cluster().access().serverEnvironment());
        environment.put("WRIT_CATALOGUE", config.resolve("catalogue.json").toString());
        environment.put("WRIT_CORPUS", config.resolve("corpus").toString());
        environment.put("WRIT_IDENTITY", config.resolve("identity.json").toString());
        environment.put("WRIT_HTTP_HOST", "127.0.0.1");
        environment.put("WRIT_HTTP_PORT", Integer.toString(FreePort.any()));
        environment.put("WRIT_LOCAL_AUTH_SHARED_SECRET", SECRET);
        for (String limit : List.of("SESSIONS", "OPERATORS", "FINALIZE", "RUN", "POLICY")) {
            environment.put("WRIT_RATE_LIMIT_" + limit + "_PER_WINDOW", "0");
        }
        return environment;
    }
}
