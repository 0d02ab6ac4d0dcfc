package io.writ.cli.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One running server: a child process that can be asked whether it is ready, stopped politely, or killed. */
public final class ServerProcess implements AutoCloseable {

    /** A busy two-core machine needs half a minute for a cold start. */
    public static final Duration READY_TIMEOUT = Duration.ofMinutes(3);

    /** Liberty stays up without its application; for us that is the end of the start. */
    private static final String START_FAILED = "CWWKZ0002E";

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(5);

    private final Process process;
    private final URI base;
    private final Path console;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PROBE_TIMEOUT).build();

    private ServerProcess(Process process, URI base, Path console) {
        this.process = process;
        this.base = base;
        this.console = console;
    }

    /**
     * Starts a server.
     *
     * @param directory where this instance lives; created if needed, reused if there
     * @param environment what the server is configured with; must name the port
     * @param javaOptions options of its JVM, such as a heap limit
     */
    public static ServerProcess start(
            ServerHome home, Path directory, Map<String, String> environment, List<String> javaOptions) {
        Path userDirectory = directory.resolve("usr").toAbsolutePath();
        Path console = directory.resolve("console.log").toAbsolutePath();
        boolean clean = home.differsFrom(userDirectory);
        home.layOut(userDirectory);
        ProcessBuilder builder = new ProcessBuilder(home.command(javaOptions, clean));
        builder.directory(directory.toFile());
        builder.environment().keySet().removeIf(key -> key.startsWith("WRIT_"));
        builder.environment().putAll(environment);
        builder.environment().put("WLP_USER_DIR", userDirectory.toString());
        builder.environment()
                .put("WLP_OUTPUT_DIR", directory.resolve("out").toAbsolutePath().toString());
        builder.redirectErrorStream(true).redirectOutput(console.toFile());
        try {
            URI base = URI.create("http://127.0.0.1:" + environment.get("WRIT_HTTP_PORT"));
            Process process = builder.start();
            // Whoever is stopped before its server is ready must not leave one behind.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop-server"));
            return new ServerProcess(process, base, console);
        } catch (IOException failed) {
            throw new UncheckedIOException("starting the server in " + directory, failed);
        }
    }

    /** Where it listens, without a trailing slash. */
    public URI base() {
        return base;
    }

    /** What it printed so far. */
    public String consoleText() {
        try {
            return Files.exists(console) ? Files.readString(console) : "";
        } catch (IOException unreadable) {
            return "(" + console + " cannot be read)";
        }
    }

    /** Its number, for those who want to hurt it. */
    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Asks once whether the server can work. */
    public boolean isReady() {
        try {
            HttpRequest request = HttpRequest.newBuilder(base.resolve("/readyz"))
                    .timeout(PROBE_TIMEOUT)
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Waits until the server is ready.
     *
     * @throws IllegalStateException with what it printed, when it died or is not ready in time
     */
    public void awaitReady(Duration timeout) {
        long deadlineNanos = System.nanoTime() + timeout.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || consoleText().contains(START_FAILED)) {
                throw new IllegalStateException("the server did not start. It said:\n" + consoleText());
            }
            if (System.nanoTime() > deadlineNanos) {
                throw new IllegalStateException(
                        "the server was not ready after " + timeout.toSeconds() + " s. It said:\n" + consoleText());
            }
            pause();
        }
    }

    /** The polite way: the server ends its requests and closes its connections. */
    public void stop() {
        process.destroy();
        if (!ended(STOP_TIMEOUT)) {
            kill();
        }
    }

    /** Kill -9: nothing in the server gets a chance to clean up. */
    public void kill() {
        process.destroyForcibly();
        ended(STOP_TIMEOUT);
    }

    /** Waits until the process has ended. */
    public int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        http.close();
        stop();
    }

    private boolean ended(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the server started", stopped);
        }
    }
}
