package io.writ.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A real OPA, run as docs/OPA.md says, whose bundle can be exchanged and which can be hurt. */
final class OpaServer implements AutoCloseable {

    static final String TOKEN = "a-token-that-only-the-test-knows";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Path folder;
    private final int port;
    private final BundleShelf shelf;
    private Process process;

    private OpaServer(Path folder, int port, BundleShelf shelf, Process process) {
        this.folder = folder;
        this.port = port;
        this.shelf = shelf;
        this.process = process;
    }

    /** Starts with this bundle and returns when it answers from it. */
    static OpaServer start(Path folder, int port, OpaBundle bundle) {
        BundleShelf shelf = BundleShelf.open();
        shelf.put(bundle.archive());
        write(folder.resolve("opa.json"), """
                {"services": {"shelf": {"url": "%s"}},
                 "bundles": {"writ": {"service": "shelf", "resource": "bundle.tar.gz",
                                      "polling": {"min_delay_seconds": 1, "max_delay_seconds": 1}}},
                 "default_authorization_decision": "/system/authz/allow"}""".formatted(shelf.address()));
        write(folder.resolve("authz.rego"), """
                package system.authz

                default allow := false

                allow if {
                	input.identity == "%s"
                	input.method == "POST"
                	input.path == ["v1", "data", "writ", "authz", "decision"]
                }
                """.formatted(TOKEN));
        OpaServer server = new OpaServer(folder, port, shelf, run(folder, port));
        server.awaitRevision(bundle.revision());
        return server;
    }

    int port() {
        return port;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Kill -9. */
    void kill() {
        process.destroyForcibly();
        waitForEnd();
    }

    void restart(OpaBundle bundle) {
        shelf.put(bundle.archive());
        process = run(folder, port);
        awaitRevision(bundle.revision());
    }

    /** The process stays, its connections stay, and nobody is at home. */
    void pause() {
        signal("-STOP");
    }

    void resume() {
        signal("-CONT");
    }

    /** Puts another bundle where OPA looks for one, and waits until OPA answers from it. */
    void exchange(OpaBundle bundle) {
        shelf.put(bundle.archive());
        awaitRevision(bundle.revision());
    }

    /** Puts something there that is no bundle. */
    void offerGarbage() {
        shelf.put("this is not an archive".getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> ask(String path, String body, Optional<String> token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path))
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        return send(request.build()).orElseThrow();
    }

    @Override
    public void close() {
        kill();
        shelf.close();
    }

    private void awaitRevision(String revision) {
        String wanted = "\"revision\":\"" + revision + "\"";
        HttpRequest question = HttpRequest.newBuilder(
                        URI.create(address() + "/v1/data/writ/authz/decision?provenance=true"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + TOKEN)
                .POST(HttpRequest.BodyPublishers.ofString("{\"input\":{}}"))
                .build();
        Patience.await(
                PATIENCE,
                "OPA did not answer from revision " + revision,
                () -> send(question)
                        .filter(reply -> reply.body().contains(wanted))
                        .isPresent());
    }

    private static Optional<HttpResponse<String>> send(HttpRequest request) {
        try {
            return Optional.of(HTTP.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException notThere) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while OPA was asked", stopped);
        }
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException("signalling OPA", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Process run(Path folder, int port) {
        List<String> command = List.of(
                "opa",
                "run",
                "--server",
                "--addr",
                "127.0.0.1:" + port,
                "--config-file",
                folder.resolve("opa.json").toString(),
                "--authentication",
                "token",
                "--authorization",
                "basic",
                "--skip-version-check",
                "--log-level",
                "error",
                folder.resolve("authz.rego").toString());
        try {
            Process started = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("opa.log").toFile()))
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
            return started;
        } catch (IOException failed) {
            throw new UncheckedIOException("starting OPA", failed);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException("writing " + file, failed);
        }
    }

    private void waitForEnd() {
        try {
            process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
