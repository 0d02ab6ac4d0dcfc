package io.writ.cli.ledger;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A server that answers what it was told to, and 404 to everything else. */
final class TalkativeLog implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();

    TalkativeLog() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException("opening a port", failed);
        }
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().toString();
            byte[] body = answers.getOrDefault(path, "no such thing").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(
                    statuses.getOrDefault(path, answers.containsKey(path) ? 200 : 404), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    TalkativeLog says(String path, String answer) {
        answers.put(path, answer);
        statuses.remove(path);
        return this;
    }

    TalkativeLog fails(String path, int status, String answer) {
        answers.put(path, answer);
        statuses.put(path, status);
        return this;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
