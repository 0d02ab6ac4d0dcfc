package io.writ.governance.policy.remote;

import io.writ.governance.PolicyConfig;
import io.writ.governance.policy.engine.PlanEngine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** OPA's data API over HTTP/1.1, on connections that are kept. */
final class HttpOpa implements Opa, AutoCloseable {

    /** On loopback a server either takes the connection at once or is in trouble. */
    private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(100);

    /** A decision about a full page of items has some ten thousand bytes; far beyond that it is something else. */
    private static final int REPLY_BYTES_MAX = 1024 * 1024;

    /** Always: without the first no revision is told, without the second a failed builtin looks like an absent rule. */
    private static final String QUERY = "?provenance=true&strict-builtin-errors=true";

    private final HttpClient http;
    private final HttpRequest.Builder template;

    HttpOpa(PolicyConfig.Opa server) {
        // Never through a proxy and never somewhere else: whoever answers instead of OPA decides.
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .proxy(HttpClient.Builder.NO_PROXY)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.template = HttpRequest.newBuilder(address(server.location())).header("Content-Type", "application/json");
        server.token().ifPresent(token -> template.header("Authorization", "Bearer " + token));
    }

    @Override
    public OpaReply ask(OpaQuestion question) {
        long patience = question.remainingNanos();
        if (patience <= 0) {
            throw new OpaTrouble.Silent("OPA was given no time to answer");
        }
        CompletableFuture<HttpResponse<byte[]>> exchange =
                http.sendAsync(request(question, patience), _ -> new BoundedBody(REPLY_BYTES_MAX));
        try {
            // The client's own limit ends with the headers; a body that drips must not hold a caller either.
            HttpResponse<byte[]> response = exchange.get(patience, TimeUnit.NANOSECONDS);
            return new OpaReply(response.statusCode(), response.body());
        } catch (TimeoutException tooLate) {
            throw new OpaTrouble.Silent("OPA did not answer in time");
        } catch (ExecutionException failed) {
            throw trouble(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new OpaTrouble.Abandoned();
        } finally {
            exchange.cancel(true);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private HttpRequest request(OpaQuestion question, long patienceNanos) {
        return template.copy()
                .timeout(Duration.ofNanos(patienceNanos))
                .POST(HttpRequest.BodyPublishers.ofString(question.body()))
                .build();
    }

    private static OpaTrouble trouble(@Nullable Throwable cause) {
        return switch (cause) {
            case HttpConnectTimeoutException _ -> new OpaTrouble.Unreachable("OPA does not take connections");
            case HttpTimeoutException _ -> new OpaTrouble.Silent("OPA did not answer in time");
            case IOException _ -> new OpaTrouble.Unreachable("OPA is not there or hung up");
            case null, default -> new OpaTrouble("asking OPA broke: " + cause);
        };
    }

    private static URI address(URI server) {
        String base = server.toString().replaceAll("/+$", "");
        return URI.create(base + "/v1/data/" + PlanEngine.ENTRYPOINT + QUERY);
    }
}
