package io.writ.benchmarks;

import io.writ.cli.server.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A real OPA with the shipped policy, on loopback, as a child of this process. */
final class OpaServer implements AutoCloseable {

    private static final int START_ATTEMPTS = 200;

    private final Process process;
    private final int port;

    private OpaServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Builds the sources into a bundle in the given directory and serves it. */
    static OpaServer start(Path root, Path work) {
        Path bundle = work.resolve("opa-bundle.tar.gz");
        build(root.resolve("opa"), bundle);
        int port = FreePort.any();
        try {
            Process process = new ProcessBuilder(
                            "opa",
                            "run",
                            "--server",
                            "--addr",
                            "127.0.0.1:" + port,
                            "--log-level",
                            "error",
                            "--skip-version-check",
                            "--bundle",
                            bundle.toString())
                    .inheritIO()
                    .start();
            OpaServer server = new OpaServer(process, port);
            server.awaitStart();
            return server;
        } catch (IOException absent) {
            throw new UncheckedIOException("opa is needed on the PATH, in the version of opa/OPA_VERSION", absent);
        }
    }

    private static void build(Path sources, Path bundle) {
        try {
            Process process = new ProcessBuilder(
                            "opa",
                            "build",
                            "--bundle",
                            ".",
                            "--ignore",
                            "dist",
                            "--ignore",
                            "*_test.rego",
                            "--output",
                            bundle.toString())
                    .directory(sources.toFile())
                    .inheritIO()
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("opa could not build the policy of " + sources);
            }
        } catch (IOException absent) {
            throw new UncheckedIOException("opa is needed on the PATH, in the version of opa/OPA_VERSION", absent);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while opa was building", interrupted);
        }
    }

    private void awaitStart() {
        for (int attempt = 0; attempt < START_ATTEMPTS && process.isAlive(); attempt++) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException notYet) {
                pause();
            }
        }
        close();
        throw new IllegalStateException("opa did not start on port " + port);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while opa was starting", interrupted);
        }
    }

    int port() {
        return port;
    }

    /** Processor time the server has taken so far. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
