package io.writ.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A wire on loopback that can be slowed down, and that remembers when a request went over it. */
final class SlowWire implements AutoCloseable {

    private static final int CHUNK = 64 * 1024;

    private final ServerSocket listener;
    private final int target;
    private final List<Long> requests = new CopyOnWriteArrayList<>();
    private volatile Duration delay = Duration.ZERO;

    private SlowWire(ServerSocket listener, int target) {
        this.listener = listener;
        this.target = target;
    }

    static SlowWire to(int target) {
        try {
            var wire = new SlowWire(new ServerSocket(0, 64, InetAddress.getLoopbackAddress()), target);
            Thread.ofVirtual().start(wire::accept);
            return wire;
        } catch (IOException failed) {
            throw new UncheckedIOException("laying a wire", failed);
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    /** How long each reply is held back from now on. */
    void slowDown(Duration duration) {
        delay = duration;
    }

    /** When the requests came, on the scale of {@link System#nanoTime()}. */
    List<Long> requestsSince(long nanos) {
        return requests.stream().filter(at -> at >= nanos).toList();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("removing a wire", failed);
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            Thread.ofVirtual().start(() -> forward(client, server, true));
            forward(server, client, false);
        } catch (IOException nobody) {
            hangUp(client);
        }
    }

    private void forward(Socket from, Socket to, boolean isQuestion) {
        byte[] chunk = new byte[CHUNK];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                if (isQuestion) {
                    note(chunk, length);
                } else {
                    Patience.pause(delay);
                }
                out.write(chunk, 0, length);
                out.flush();
            }
        } catch (IOException ended) {
            // Either side hung up; there is nothing left to forward.
            return;
        }
    }

    /** The client writes a request at once and waits for its reply, so each request begins a chunk. */
    private void note(byte[] chunk, int length) {
        if (new String(chunk, 0, Math.min(length, 5), StandardCharsets.ISO_8859_1).equals("POST ")) {
            requests.add(System.nanoTime());
        }
    }

    private static void hangUp(Socket end) {
        try {
            end.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("hanging up", failed);
        }
    }
}
