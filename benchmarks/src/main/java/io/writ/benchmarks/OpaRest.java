package io.writ.benchmarks;

import io.writ.evidence.SharedJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Asks OPA over HTTP/1.1 on a connection that stays open, as a remote engine would. */
final class OpaRest implements AutoCloseable {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI decision;

    OpaRest(int port) {
        this.decision = URI.create(
                "http://127.0.0.1:" + port + "/v1/data/writ/authz/decision?provenance=true&strict-builtin-errors=true");
    }

    JsonValue decide(JsonObject question) {
        String body = "{\"input\":" + question + "}";
        HttpRequest request = HttpRequest.newBuilder(decision)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8)))
                .build();
        try {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            try (JsonReader reader = SharedJson.PROVIDER.createReader(new ByteArrayInputStream(response.body()))) {
                return reader.readObject().getOrDefault("result", JsonValue.NULL);
            }
        } catch (IOException failed) {
            throw new IllegalStateException("opa did not answer", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while opa was answering", interrupted);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
