package io.writ.ledger.append;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between a driver and a server: counts round trips, and can lose an answer after the server gave it. */
final class LoopbackProxy implements AutoCloseable {

    private final ServerSocket listener;
    private final int serverPort;
    private final AtomicInteger roundTrips = new AtomicInteger();
    private final AtomicBoolean serverSpokeLast = new AtomicBoolean(true);
    private final AtomicBoolean losing = new AtomicBoolean();

    private LoopbackProxy(ServerSocket listener, int serverPort) {
        this.listener = listener;
        this.serverPort = serverPort;
    }

    static LoopbackProxy before(int serverPort) throws IOException {
        var proxy = new LoopbackProxy(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()), serverPort);
        Thread.ofVirtual().start(proxy::accept);
        return proxy;
    }

    int port() {
        return listener.getLocalPort();
    }

    /** How often the client spoke after the server had. */
    int roundTrips() {
        return roundTrips.get();
    }

    /** The next answer of the server is not delivered: the connection breaks instead. */
    void loseNextAnswer() {
        losing.set(true);
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
                Thread.ofVirtual().start(() -> pump(client, server, this::clientSpeaks));
                Thread.ofVirtual().start(() -> pump(server, client, this::serverSpeaks));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private boolean clientSpeaks() {
        if (serverSpokeLast.compareAndSet(true, false)) {
            roundTrips.incrementAndGet();
        }
        return true;
    }

    private boolean serverSpeaks() {
        serverSpokeLast.set(true);
        return !losing.getAndSet(false);
    }

    private static void pump(Socket from, Socket to, Pass pass) {
        var buffer = new byte[65_536];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            int length = in.read(buffer);
            while (length >= 0 && pass.mayPass()) {
                out.write(buffer, 0, length);
                out.flush();
                length = in.read(buffer);
            }
        } catch (IOException closed) {
            // Either side hung up: so does the other.
        }
    }

    @FunctionalInterface
    private interface Pass {
        boolean mayPass();
    }
}
