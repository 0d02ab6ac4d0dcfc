package io.writ.governance.policy.bundle.source;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A bundle archive on a server. Redirects are not followed: the token is for this server alone. */
final class UrlSource implements BundleSource {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /** Of the whole transfer, so that a server that sends a byte now and then holds nobody for ever. */
    private static final Duration TRANSFER_TIMEOUT = Duration.ofSeconds(30);

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    private final URI location;
    private final Optional<String> token;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    UrlSource(URI location, Optional<String> token) {
        this.location = location;
        this.token = token;
    }

    @Override
    public Look look(Optional<Edition> active) {
        CompletableFuture<HttpResponse<byte[]>> transfer = http.sendAsync(
                request(active), BodyHandlers.limiting(BodyHandlers.ofByteArray(), BundleLimits.ARCHIVE_BYTES_MAX));
        try {
            return read(transfer.get(TRANSFER_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS), active);
        } catch (ExecutionException failed) {
            boolean tooLarge = failed.getCause() instanceof IOException io
                    && String.valueOf(io.getMessage()).contains("capacity");
            return tooLarge
                    ? new Look.Failed(BundleFlaw.TOO_LARGE, "the bundle archive is larger than a bundle may be")
                    : new Look.Failed(BundleFlaw.UNREACHABLE, "the bundle server does not answer");
        } catch (TimeoutException slow) {
            transfer.cancel(true);
            return new Look.Failed(BundleFlaw.UNREACHABLE, "the bundle server did not finish its answer in time");
        } catch (InterruptedException stopped) {
            transfer.cancel(true);
            Thread.currentThread().interrupt();
            return new Look.Failed(BundleFlaw.UNREACHABLE, "the look at the bundle server was interrupted");
        }
    }

    @Override
    public String kind() {
        return "url";
    }

    private HttpRequest request(Optional<Edition> active) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(location).timeout(TRANSFER_TIMEOUT).header("Accept", "application/gzip, */*");
        token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        active.flatMap(Edition::etag).ifPresent(etag -> request.header("If-None-Match", etag));
        return request.build();
    }

    private static Look read(HttpResponse<byte[]> response, Optional<Edition> active) {
        // Said without having been asked, it would keep a policy fresh that nobody compared with anything.
        if (response.statusCode() == NOT_MODIFIED
                && active.flatMap(Edition::etag).isPresent()) {
            return new Look.Unchanged();
        }
        if (response.statusCode() != OK) {
            return new Look.Failed(
                    BundleFlaw.UNREACHABLE, "the bundle server answered with status " + response.statusCode());
        }
        return ArchiveSource.found(response.body(), response.headers().firstValue("ETag"), active);
    }
}
