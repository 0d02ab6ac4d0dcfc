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

    /** Each try waits some cycles of the sequencer on the server. */
    private static final int WRIT_TRIES = 20;

    private static final int NOT_YET = 503;

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

    /** The writ of a run; its newest entry may need a moment to get under a checkpoint. */
    String writ(String principal, String sessionId) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/v1/runs/" + sessionId + "/writ"))
                .header("x-pecr-principal-id", principal)
                .header("x-pecr-local-auth-secret", secret)
                .timeout(TIMEOUT)
                .build();
        HttpResponse<String> response = answer(request);
        for (int tries = 1; tries < WRIT_TRIES && response.statusCode() == NOT_YET; tries++) {
            response = answer(request);
        }
        return wanted(request, response);
    }

    private JsonObject send(HttpRequest.Builder request) {
        HttpRequest built = request.timeout(TIMEOUT).build();
        try (JsonReader reader = Json.createReader(new StringReader(wanted(built, answer(built))))) {
            return reader.readObject();
        }
    }

    private static String wanted(HttpRequest request, HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new CommandFailure(request.uri() + " answered " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    private HttpResponse<String> answer(HttpRequest built) {
        try {
            return http.send(built, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new CommandFailure(built.uri() + " gave no answer: " + failed.getMessage(), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("interrupted while asking " + built.uri(), stopped);
        }
    }
}
