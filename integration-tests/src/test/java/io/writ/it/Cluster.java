package io.writ.it;

import io.writ.cli.database.DevDatabase;
import io.writ.ledger.LogKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Three servers on one database, any of which may grow the tree. */
final class Cluster implements AutoCloseable {

    private static final int NODES = 3;
    private static final String KEY_NAME = "writ.example/cluster";

    /** From which ports the lock of the sequencer is held; its own role sees nobody else's sessions. */
    private static final String LEADER = """
            select a.client_port from pg_locks l join pg_stat_activity a using (pid)
             where l.locktype = 'advisory' and l.granted and l.objsubid = 1""";

    private final Path folder;
    private final String publicKey;
    private final List<ClusterNode> nodes = new ArrayList<>();
    private DevDatabase database;

    private Cluster(Path folder, String publicKey, DevDatabase database) {
        this.folder = folder;
        this.publicKey = publicKey;
        this.database = database;
    }

    /**
     * Starts everything.
     *
     * @param more variables of each node, by its place
     */
    static Cluster start(Path folder, List<Map<String, String>> more) {
        String key = LogKey.mint(KEY_NAME);
        DevDatabase database = DevDatabase.start(folder.resolve("postgres"));
        database.loadSample();
        Cluster cluster = new Cluster(folder, LogKey.publicKey(key), database);
        try {
            for (int node = 0; node < NODES; node++) {
                Map<String, String> environment = common(folder, key);
                environment.putAll(more.isEmpty() ? Map.of() : more.get(node));
                cluster.nodes.add(ClusterNode.start(folder.resolve("node-" + node), database.access(), environment));
            }
            cluster.nodes.forEach(ClusterNode::awaitReady);
            return cluster;
        } catch (RuntimeException failed) {
            cluster.close();
            throw failed;
        }
    }

    List<ClusterNode> nodes() {
        return List.copyOf(nodes);
    }

    Records records() {
        return new Records(database.access());
    }

    String publicKey() {
        return publicKey;
    }

    /** The node that grows the tree now. */
    ClusterNode leader() {
        Patience.await(Duration.ofSeconds(20), "nobody leads", () -> !leading().isEmpty());
        return leading().getFirst();
    }

    /** Stops PostgreSQL as a power cut would, and starts it again on the same files. */
    void crashDatabase() {
        nodes.forEach(node -> node.wire().cut());
        database.kill();
        database = DevDatabase.start(folder.resolve("postgres"));
        int port =
                URI.create(database.access().url().substring("jdbc:".length())).getPort();
        nodes.forEach(node -> node.wire().turn(port));
    }

    @Override
    public void close() {
        nodes.forEach(ClusterNode::close);
        database.close();
    }

    private List<ClusterNode> leading() {
        List<Integer> ports = leadingPorts();
        return nodes.stream()
                .filter(node -> ports.stream().anyMatch(node.wire()::reachesOutFrom))
                .toList();
    }

    private List<Integer> leadingPorts() {
        List<Integer> ports = new ArrayList<>();
        try (Connection sequencer = database.access().asSequencer().getConnection();
                PreparedStatement query = sequencer.prepareStatement(LEADER);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                ports.add(rows.getInt(1));
            }
            return ports;
        } catch (SQLException failed) {
            throw new IllegalStateException("looking for the sequencer", failed);
        }
    }

    private static Map<String, String> common(Path folder, String key) {
        Path keyFile = folder.resolve("ledger-key");
        try {
            Files.writeString(keyFile, key);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("writing " + keyFile, unwritable);
        }
        Map<String, String> environment = new HashMap<>();
        environment.put(
                "WRIT_CATALOGUE",
                TestServer.ROOT.resolve("config/catalogue.json").toString());
        environment.put("WRIT_CORPUS", TestServer.ROOT.resolve("config/corpus").toString());
        environment.put(
                "WRIT_IDENTITY", TestServer.ROOT.resolve("config/identity.json").toString());
        environment.put("WRIT_HTTP_HOST", "127.0.0.1");
        environment.put("WRIT_LOCAL_AUTH_SHARED_SECRET", "a secret of the cluster");
        environment.put("WRIT_LEDGER_KEY", keyFile.toString());
        for (String limit : new String[] {"SESSIONS", "OPERATORS", "FINALIZE", "RUN", "POLICY"}) {
            environment.put("WRIT_RATE_LIMIT_" + limit + "_PER_WINDOW", "0");
        }
        return environment;
    }
}
