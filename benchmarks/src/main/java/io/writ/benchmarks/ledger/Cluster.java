package io.writ.benchmarks.ledger;

import io.writ.cli.database.DatabaseAccess;
import io.writ.cli.database.DevDatabase;
import io.writ.cli.database.Login;
import io.writ.cli.database.Superuser;
import io.writ.cli.server.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * A PostgreSQL of its own, fresh for every run and migrated as always, whose process can be slowed down, stopped and
 * killed. Only its memory and log size differ from a server of {@code ./writ run}.
 */
final class Cluster implements AutoCloseable {

    private static final Duration START_MAX = Duration.ofSeconds(60);

    /** Enough that no slice waits for a checkpoint or for a page that fell out of memory. */
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=200",
            "shared_buffers=1GB",
            "max_wal_size=8GB",
            "checkpoint_timeout=30min",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "timezone=UTC");

    private final Path directory;
    private final DatabaseAccess access;
    private final Login superuser;
    private Process process;

    private Cluster(Path directory, DatabaseAccess access, Login superuser, Process process) {
        this.directory = directory;
        this.access = access;
        this.superuser = superuser;
        this.process = process;
    }

    /** Makes a new cluster in the directory, which is emptied first, and starts it. */
    static Cluster create(Path directory) {
        delete(directory);
        DatabaseAccess made;
        try (DevDatabase first = DevDatabase.start(directory)) {
            first.loadSample();
            made = first.access();
        }
        int port = FreePort.any();
        String url = made.url().replaceFirst(":\\d+/", ":" + port + "/");
        try {
            Cluster cluster =
                    new Cluster(directory, made.at(url), Superuser.of(directory), launch(directory, port, Map.of()));
            cluster.awaitReady();
            return cluster;
        } catch (IOException failed) {
            throw new UncheckedIOException("starting PostgreSQL in " + directory, failed);
        }
    }

    DatabaseAccess access() {
        return access;
    }

    DataSource asSuperuser() {
        return superuser.at(access.url());
    }

    /** The server's first process; every session is a child of it. */
    ProcessHandle process() {
        return process.toHandle();
    }

    /** Stops the server and starts it again with these variables. */
    void restart(Map<String, String> environment) {
        stop();
        start(environment);
    }

    void start(Map<String, String> environment) {
        try {
            process = launch(directory, port(), environment);
        } catch (IOException failed) {
            throw new UncheckedIOException("starting PostgreSQL in " + directory, failed);
        }
        awaitReady();
    }

    /** As a power cut: no process of the server gets a chance to do anything. */
    void kill() {
        List<ProcessHandle> family = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        family.forEach(ProcessHandle::destroyForcibly);
        family.forEach(member -> member.onExit().orTimeout(10, TimeUnit.SECONDS).join());
    }

    @Override
    public void close() {
        stop();
    }

    private int port() {
        return java.net.URI.create(access.url().substring("jdbc:".length())).getPort();
    }

    private void stop() {
        try {
            // The second of three ways to stop: sessions are ended, what is committed is flushed.
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (!process.waitFor(START_MAX.toSeconds(), TimeUnit.SECONDS)) {
                kill();
            }
        } catch (IOException failed) {
            kill();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            kill();
        }
    }

    private static Process launch(Path directory, int port, Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            // The server refuses to run as root; in a user namespace of its own it is nobody.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(binary(directory).toString());
        command.addAll(List.of("-D", directory.resolve("data").toString(), "-p", Integer.toString(port)));
        SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("server.log").toFile()));
        Process started = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroy, "stop-database"));
        return started;
    }

    private static Path binary(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("binaries"))) {
            return files.filter(file -> file.endsWith(Path.of("bin", "postgres")))
                    .findFirst()
                    .orElseThrow(() -> new IOException("there is no postgres below " + directory));
        }
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + START_MAX.toNanos();
        while (true) {
            try (Connection connection = asSuperuser().getConnection()) {
                connection.isValid(1);
                return;
            } catch (SQLException notYet) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw new IllegalStateException(
                            "PostgreSQL does not start, see " + directory.resolve("server.log"), notYet);
                }
                Pause.millis(50);
            }
        }
    }

    private static void delete(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "emptying " + tree + " failed: if another benchmark runs, wait for it to end", failed);
        }
    }
}
