package io.writ.ledger.anchor;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Speaks to one witness. Follows nobody elsewhere, reads no more than an honest answer has, and for no longer than one
 * takes: a witness that sends a byte now and then is as silent as one that sends none.
 */
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

    /**
     * What came back.
     *
     * @param retryAfter the header, empty when there is none
     */
    record Answer(int status, String text, String retryAfter) {}

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
        return HttpRequest.newBuilder(address(path));
    }

    private Answer send(HttpRequest request) {
        Future<HttpResponse<byte[]>> answer = client.sendAsync(
                request, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), BYTES_MAX));
        try {
            HttpResponse<byte[]> response = answer.get(ANSWER_MAX.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(
                    response.statusCode(),
                    new String(response.body(), StandardCharsets.UTF_8),
                    response.headers().firstValue("Retry-After").orElse(""));
        } catch (ExecutionException away) {
            throw AnchorException.of("the witness " + base + " does not answer", cause(away));
        } catch (TimeoutException slow) {
            throw new AnchorException(
                    "the witness " + base + " has not ended its answer after " + ANSWER_MAX.toSeconds() + " s", slow);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AnchorException("asking the witness " + base + " was interrupted", stopped);
        } finally {
            answer.cancel(true);
        }
    }

    private static Throwable cause(ExecutionException failure) {
        return failure.getCause() == null ? failure : failure.getCause();
    }
}
