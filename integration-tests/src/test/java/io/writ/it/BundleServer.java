package io.writ.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.writ.evidence.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Serves one bundle archive at a time to whoever has the token, and can go away and come back. */
final class BundleServer implements AutoCloseable {

    static final String TOKEN = "token-of-the-bundle-server";

    private final int port;
    private HttpServer http;
    private volatile byte[] archive = new byte[0];

    private BundleServer(HttpServer http) {
        this.http = http;
        this.port = http.getAddress().getPort();
    }

    static BundleServer start() {
        return new BundleServer(listening(0));
    }

    String url() {
        return "http://127.0.0.1:" + port + "/writ/bundle.tar.gz";
    }

    void offer(byte[] bundle) {
        archive = bundle.clone();
    }

    void goAway() {
        http.stop(0);
    }

    void comeBack() {
        http = listening(port);
        serve();
    }

    BundleServer serve() {
        http.createContext("/writ/bundle.tar.gz", this::answer);
        http.start();
        return this;
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] now = archive;
            String etag = '"' + Digest.of(now).hex() + '"';
            if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                exchange.sendResponseHeaders(401, -1);
            } else if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                exchange.getResponseHeaders().add("ETag", etag);
                exchange.sendResponseHeaders(200, now.length);
                exchange.getResponseBody().write(now);
            }
        }
    }

    private static HttpServer listening(int port) {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 16);
        } catch (IOException failed) {
            throw new UncheckedIOException("listening on " + port, failed);
        }
    }
}
