package io.writ.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.writ.evidence.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where OPA gets its bundle: whatever lies there now. OPA reads a file only once, but a server again and again. */
final class BundleShelf implements AutoCloseable {

    private final HttpServer http;
    private volatile byte[] bundle = new byte[0];

    private BundleShelf(HttpServer http) {
        this.http = http;
    }

    static BundleShelf open() {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var shelf = new BundleShelf(http);
            http.createContext("/", shelf::serve);
            http.start();
            return shelf;
        } catch (IOException failed) {
            throw new UncheckedIOException("opening a bundle server", failed);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    void put(byte[] content) {
        bundle = content.clone();
    }

    void put(Path archive) {
        try {
            put(Files.readAllBytes(archive));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("reading " + archive, unreadable);
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        byte[] content = bundle;
        String etag = '"' + Digest.of(content).hex() + '"';
        exchange.getResponseHeaders().set("ETag", etag);
        if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
        } else {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
        }
        exchange.close();
    }
}
