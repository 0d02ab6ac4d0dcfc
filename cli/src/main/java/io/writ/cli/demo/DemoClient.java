package io.writ.cli.demo;

import io.writ.cli.CommandFailure;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Asks the server the way any client would. */
final class DemoClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final URI base;
    private final String secret;
    private final HttpClient http;

    DemoClient(HttpClient http, URI base, String secret) {
        this.http = http;
        this.base = base;
        this.secret = secret;
    }

    /** The answer to {@code POST /v1/run}. */
    JsonObject run(DemoQuestion question) {
        String body =
                Json.createObjectBuilder().add("query", question.text()).build().toString();
        return send(HttpRequest.newBuilder(base.resolve("/v1/run"))
                .header("content-type", "application/json")
                .header("x-pecr-principal-id", question.principal())
                .header("x-pecr-local-auth-secret", secret)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The record of a run, as the console shows it. */
    JsonObject recordOf(String principal, String sessionId) {
        String credentials =
                Base64.getEncoder().encodeToString((principal + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(base.resolve("/console/runs/" + sessionId + "?format=json"))
                .header("authorization", "Basic " + credentials)
                .GET());
    }

    private JsonObject send(HttpRequest.Builder request) {
        HttpRequest built = request.timeout(TIMEOUT).build();
        try {
            HttpResponse<String> response = http.send(built, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new CommandFailure(built.uri() + " answered " + response.statusCode() + ": " + response.body());
            }
            try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
                return reader.readObject();
            }
        } catch (IOException failed) {
            throw new CommandFailure(built.uri() + " gave no answer: " + failed.getMessage(), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("interrupted while asking " + built.uri(), stopped);
        }
    }
}
