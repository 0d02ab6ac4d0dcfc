package io.writ.governance.policy.rego;

import io.writ.evidence.StrictJson;
import io.writ.governance.policy.rego.value.RegoValue;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real OPA server on loopback, asked with strict builtin errors. */
public final class LiveOpa implements AutoCloseable {

    /** What it said. */
    public sealed interface Outcome {
        /** The document has this value. */
        record Defined(RegoValue value) implements Outcome {}

        /** There is no such document. */
        record Undefined() implements Outcome {}

        /** The evaluation ended with an error of this code. */
        record Failed(String code) implements Outcome {}
    }

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process process;
    private final URI base;

    private LiveOpa(Process process, int port) {
        this.process = process;
        this.base = URI.create("http://127.0.0.1:" + port + "/v1/data/");
    }

    /** Serves the policies and data of these files and directories. */
    public static LiveOpa serving(List<Path> sources) {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of("opa", "run", "--server", "--log-level", "error"));
        command.addAll(List.of("--skip-version-check", "--addr", "127.0.0.1:" + port, "--ignore", "*_test.rego"));
        sources.forEach(source -> command.add(source.toString()));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            LiveOpa opa = new LiveOpa(process, port);
            opa.awaitStart();
            return opa;
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    private void awaitStart() {
        HttpRequest health = HttpRequest.newBuilder(base.resolve("/health")).build();
        for (int attempt = 0; attempt < 400; attempt++) {
            try {
                if (client.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                pause();
            } catch (InterruptedException interrupted) {
                throw interrupted(interrupted);
            }
        }
        close();
        throw new IllegalStateException("opa did not start");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    private static IllegalStateException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while asking opa", cause);
    }

    /** The document at this path, for this input. */
    public Outcome ask(String path, JsonObject input) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path + "?strict-builtin-errors=true"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"input\":" + input + "}", StandardCharsets.UTF_8))
                .build();
        try {
            HttpResponse<byte[]> response = answer(request);
            return outcome(response.statusCode(), StrictJson.parseObject(response.body()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    /** A connection that was kept may be gone by the time it is used; a question changes nothing, so it is asked again. */
    private HttpResponse<byte[]> answer(HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException gone) {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static Outcome outcome(int status, JsonObject body) {
        if (status != 200) {
            String code = body.getJsonArray("errors").getJsonObject(0).getString("code");
            // A builtin that is given an operand of another type is told apart by OPA, and refuses all the same.
            return new Outcome.Failed(code.equals("eval_type_error") ? "eval_builtin_error" : code);
        }
        return body.containsKey("result")
                ? new Outcome.Defined(RegoValue.of(body.get("result")))
                : new Outcome.Undefined();
    }

    @Override
    public void close() {
        client.close();
        process.destroy();
        process.onExit().join();
    }
}
