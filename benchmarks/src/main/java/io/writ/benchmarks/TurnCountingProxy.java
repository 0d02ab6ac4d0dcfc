package io.writ.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands between a client and a server on loopback and counts round trips: a turn is the client speaking after the
 * server has spoken. Several messages of the client in a row are one turn, however many packets they take.
 */
final class TurnCountingProxy implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final ServerSocket listener;
    private final int targetPort;
    private final AtomicLong turns = new AtomicLong();

    private TurnCountingProxy(ServerSocket listener, int targetPort) {
        this.listener = listener;
        this.targetPort = targetPort;
    }

    static TurnCountingProxy before(int targetPort) {
        try {
            var proxy = new TurnCountingProxy(new ServerSocket(0, 64, InetAddress.getLoopbackAddress()), targetPort);
            Thread.ofVirtual().start(proxy::accept);
            return proxy;
        } catch (IOException failed) {
            throw new UncheckedIOException("opening a counting proxy", failed);
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Round trips so far, over all connections. */
    long turns() {
        return turns.get();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("closing the counting proxy", failed);
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), targetPort);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                AtomicBoolean serverSpokeLast = new AtomicBoolean(true);
                Thread.ofVirtual()
                        .start(() -> forward(client, server, () -> {
                            if (serverSpokeLast.getAndSet(false)) {
                                turns.incrementAndGet();
                            }
                        }));
                Thread.ofVirtual().start(() -> forward(server, client, () -> serverSpokeLast.set(true)));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void forward(Socket from, Socket to, Runnable seen) {
        byte[] buffer = new byte[BUFFER];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                seen.run();
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException ended) {
            // Either side hung up; closing both is all there is to do.
            return;
        }
    }
}
