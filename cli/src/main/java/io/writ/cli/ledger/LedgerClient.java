package io.writ.cli.ledger;

import io.writ.cli.CommandFailure;
import io.writ.cli.TerminalText;
import io.writ.evidence.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Asks a Writ server about its ledger, as a caller with a name and a secret. */
final class LedgerClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** Neither a checkpoint nor a proof comes near; a whole record may. */
    private static final int ANSWER_MAX = 8 << 20;

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final URI base;
    private final Optional<String> principal;
    private final Optional<String> secret;
    private final HttpClient http;

    private LedgerClient(URI base, Optional<String> principal, Optional<String> secret) {
        this.base = base;
        this.principal = principal;
        this.secret = secret;
        this.http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(TIMEOUT)
                .build();
    }

    /**
     * A client.
     *
     * @param url of the server; another machine is asked over https only, because the secret goes with the question
     */
    static LedgerClient of(String url, Optional<String> principal, Optional<String> secret) {
        URI base = parsed(url);
        String scheme = String.valueOf(base.getScheme()).toLowerCase(Locale.ROOT);
        boolean near = base.getHost() != null && LOOPBACK.contains(base.getHost());
        if (base.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
            throw new CommandFailure(url + " is no address of a server: say https://host, or http://localhost:port");
        }
        if (scheme.equals("http") && !near) {
            throw new CommandFailure(url + " is another machine: ask it over https, because the token goes with it");
        }
        return new LedgerClient(base, principal, secret);
    }

    /** What came back. */
    record Answer(int status, String body) {

        boolean isOk() {
            return status == 200;
        }

        /** Whether the server itself says so, and not something that stands before it and has no such words. */
        boolean isProblem(String slug) {
            try {
                return StrictJson.parseObject(body).getString("type", "").endsWith("/problems/" + slug);
            } catch (IllegalArgumentException | ClassCastException none) {
                return false;
            }
        }

        /** Its first line, as far as a person reads. */
        String brief() {
            String line = TerminalText.line(body.lines().findFirst().orElse(""));
            return status + (line.isEmpty() ? "" : " " + line.substring(0, Math.min(line.length(), 200)));
        }
    }

    /** Asks; throws when there is no answer, or none of a size that makes sense. */
    Answer get(String path) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT).GET();
        principal.ifPresent(name -> request.header("x-pecr-principal-id", name));
        secret.ifPresent(token -> request.header("x-pecr-local-auth-secret", token));
        try {
            HttpResponse<InputStream> response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] bytes = body.readNBytes(ANSWER_MAX + 1);
                if (bytes.length > ANSWER_MAX) {
                    throw new IOException("the answer to " + path + " is larger than " + ANSWER_MAX + " bytes");
                }
                return new Answer(response.statusCode(), new String(bytes, StandardCharsets.UTF_8));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }

    private static URI parsed(String url) {
        try {
            return URI.create(url.endsWith("/") ? url : url + "/");
        } catch (IllegalArgumentException malformed) {
            throw new CommandFailure(url + " is no address of a server", malformed);
        }
    }
}
