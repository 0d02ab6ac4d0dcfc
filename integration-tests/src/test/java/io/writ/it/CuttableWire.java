package io.writ.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A wire on loopback that can be cut: what is connected breaks, and who connects meanwhile is hung up on. It can lead
 * elsewhere afterwards.
 */
final class CuttableWire implements AutoCloseable {

    private final ServerSocket listener;
    private volatile int target;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    private CuttableWire(ServerSocket listener, int target) {
        this.listener = listener;
        this.target = target;
    }

    static CuttableWire to(int target) {
        try {
            var wire = new CuttableWire(new ServerSocket(0, 64, InetAddress.getLoopbackAddress()), target);
            Thread.ofVirtual().start(wire::accept);
            return wire;
        } catch (IOException failed) {
            throw new UncheckedIOException("laying a wire", failed);
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    void cut() {
        cut = true;
        ends.forEach(CuttableWire::hangUp);
        ends.clear();
    }

    /** Leads elsewhere from now on. */
    void turn(int elsewhere) {
        cut();
        target = elsewhere;
        mend();
    }

    void mend() {
        cut = false;
    }

    /** Whether this port belongs to the far side of a connection over this wire. */
    boolean reachesOutFrom(int localPort) {
        return ends.stream().anyMatch(end -> end.getLocalPort() == localPort);
    }

    @Override
    public void close() {
        try {
            listener.close();
            cut();
        } catch (IOException failed) {
            throw new UncheckedIOException("removing a wire", failed);
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                if (cut) {
                    client.close();
                    continue;
                }
                connect(client);
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) throws IOException {
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            ends.add(client);
            ends.add(server);
            Thread.ofVirtual().start(() -> forward(client, server));
            Thread.ofVirtual().start(() -> forward(server, client));
        } catch (IOException nobodyThere) {
            client.close();
        }
    }

    private static void forward(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // Either side hung up, or the wire was cut; there is nothing left to forward.
            return;
        }
    }

    private static void hangUp(Socket end) {
        try {
            end.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("cutting a wire", failed);
        }
    }
}
