package io.writ.ledger.anchor;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Speaks to one witness. Follows nobody elsewhere, and reads no more than an honest answer has. */
final class WitnessHttp {

    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(15);
    private static final int BYTES_MAX = 65_536;

    private final URI base;
    private final HttpClient client;

    WitnessHttp(URI base) {
        this.base = base;
        this.client = HttpClient.newBuilder()
                .connectTimeout(CONNECT_MAX)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** What came back. */
    record Answer(int status, String contentType, String text) {}

    Answer checkpoint(String origin) {
        return send(request("/" + OriginHash.of(origin) + "/checkpoint").GET().build());
    }

    Answer add(AddCheckpoint question) {
        return send(request("/add-checkpoint")
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(question.body()))
                .build());
    }

    URI address(String path) {
        String prefix = base.toString();
        return URI.create((prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix) + path);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address(path)).timeout(ANSWER_MAX);
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                String text = new String(body.readNBytes(BYTES_MAX), StandardCharsets.UTF_8);
                return new Answer(
                        response.statusCode(),
                        response.headers().firstValue("Content-Type").orElse(""),
                        text);
            }
        } catch (IOException away) {
            throw AnchorException.of("the witness " + base + " does not answer", away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AnchorException("asking the witness " + base + " was interrupted", stopped);
        }
    }
}
