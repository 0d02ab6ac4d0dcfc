package io.writ.it;

import io.writ.cli.server.LocalInstance;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A client with exactly the headers it was given. */
record Api(URI base, Map<String, String> headers) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    Api {
        headers = Map.copyOf(headers);
    }

    /** As the principal, with the right secret. */
    static Api of(LocalInstance instance, String principal) {
        return anonymous(instance)
                .with("x-pecr-principal-id", principal)
                .with("x-pecr-local-auth-secret", instance.secret())
                .with("content-type", "application/json");
    }

    static Api anonymous(LocalInstance instance) {
        return new Api(instance.server().base(), Map.of());
    }

    Api with(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Api(base, more);
    }

    Api without(String name) {
        Map<String, String> fewer = new HashMap<>(headers);
        fewer.remove(name);
        return new Api(base, fewer);
    }

    Answer get(String path) {
        return send("GET", path, Optional.empty());
    }

    Answer post(String path, String body) {
        return send("POST", path, Optional.of(body));
    }

    /** The body as it is, of something that has to be there. */
    byte[] bytes(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT);
        headers.forEach(request::header);
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("GET " + path + " answered " + response.statusCode());
            }
            return response.body();
        } catch (IOException failed) {
            throw new IllegalStateException("GET " + path + " got no answer", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    private Answer send(String method, String path, Optional<String> body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(TIMEOUT)
                .method(
                        method,
                        body.map(HttpRequest.BodyPublishers::ofString).orElse(HttpRequest.BodyPublishers.noBody()));
        headers.forEach(request::header);
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException failed) {
            throw new IllegalStateException(method + " " + path + " got no answer", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }
}
