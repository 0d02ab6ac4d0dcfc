package io.writ.governance.policy.bundle.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A web server that says what it was told to say, and remembers what it was asked. */
final class ScriptedServer implements AutoCloseable {

    private final ServerSocket listener;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile String head = "";
    private volatile byte[] body = new byte[0];

    private ScriptedServer(ServerSocket listener) {
        this.listener = listener;
    }

    static ScriptedServer start() {
        try {
            var server = new ScriptedServer(new ServerSocket(0, 16, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().start(server::serve);
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/bundle.tar.gz");
    }

    /** From now on. */
    void say(String statusAndHeaders, byte[] content) {
        head = statusAndHeaders;
        body = content.clone();
    }

    List<String> requests() {
        return requests;
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void serve() {
        while (!listener.isClosed()) {
            serveOne();
        }
    }

    private void serveOne() {
        try (Socket client = listener.accept()) {
            answer(client);
        } catch (IOException hungUp) {
            // The client went away, or the server was closed: either way there is nobody left to answer.
            return;
        }
    }

    private void answer(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder request = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            request.append(line).append('\n');
        }
        requests.add(request.toString());
        OutputStream out = client.getOutputStream();
        String lines = "HTTP/1.1 " + head + "\r\nConnection: close\r\n";
        if (!head.startsWith("304")) {
            lines += "Content-Length: " + body.length + "\r\n";
        }
        out.write((lines + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.write(body);
        out.flush();
    }
}
