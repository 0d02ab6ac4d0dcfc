package io.writ.it;

import io.writ.cli.server.FreePort;
import io.writ.evidence.StrictJson;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A real OPA server that loaded one archive and verified its signature. */
record OpaProcess(Process process, URI base) implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static OpaProcess start(Path archive, Path publicKey, Path folder) throws IOException {
        int port = FreePort.any();
        List<String> command = List.of(
                "opa",
                "run",
                "--server",
                "--addr",
                "127.0.0.1:" + port,
                "--bundle",
                archive.toString(),
                "--verification-key",
                publicKey.toString(),
                "--verification-key-id",
                "release",
                "--signing-alg",
                "EdDSA");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("opa.log").toFile())
                .start();
        return new OpaProcess(process, URI.create("http://127.0.0.1:" + port));
    }

    /** Asks as soon as it listens. */
    JsonObject ask(String path, String body) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        while (true) {
            try {
                return StrictJson.parseObject(
                        HTTP.send(request, BodyHandlers.ofString()).body());
            } catch (IOException notYet) {
                if (System.nanoTime() > deadline || !process.isAlive()) {
                    throw new IllegalStateException("OPA did not answer; see opa.log", notYet);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
