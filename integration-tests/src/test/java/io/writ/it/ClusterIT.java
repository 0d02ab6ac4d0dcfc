package io.writ.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three nodes on one database: whatever dies, nothing acknowledged is lost, unchained or outside the tree. */
class ClusterIT {

    private static final int ENOUGH = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private static Path folder;

    private static Cluster cluster;
    private static Wholeness whole;

    @BeforeAll
    static void start() {
        cluster = Cluster.start(folder, List.of());
        whole = new Wholeness(cluster);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void aKilledNodeTakesNothingAcknowledgedWithIt() {
        try (Acknowledged traffic = Acknowledged.by(cluster.nodes())) {
            traffic.awaitMore(ENOUGH);
            ClusterNode victim = cluster.nodes().stream()
                    .filter(node -> !node.equals(cluster.leader()))
                    .findFirst()
                    .orElseThrow();
            victim.kill();
            traffic.awaitMore(ENOUGH);
            victim.restart();
            traffic.awaitMore(ENOUGH);
            whole.assertWhole(traffic.stopped());
        }
    }

    @Test
    void theLanesOfAKilledNodeAreSealedByAnotherAndItOpensOthers() {
        try (Acknowledged traffic = Acknowledged.by(cluster.nodes())) {
            traffic.awaitMore(ENOUGH);
            ClusterNode victim = cluster.leader();
            victim.kill();
            Patience.await(PATIENCE, "lanes of the dead stay open", () -> unsealed(victim) == 0);
            assertThat(unsealed(cluster.leader()))
                    .as("who lives keeps its lanes")
                    .isPositive();
            victim.restart();
            traffic.awaitMore(ENOUGH);
            Patience.await(PATIENCE, "it records in no new lane", () -> unsealed(victim) > 0);
            whole.assertWhole(traffic.stopped());
        }
    }

    @Test
    void anotherNodeGrowsTheTreeWhenTheSequencerIsKilled() {
        try (Acknowledged traffic = Acknowledged.by(cluster.nodes())) {
            traffic.awaitMore(ENOUGH);
            ClusterNode leader = cluster.leader();
            leader.kill();
            long size = whole.treeSize();
            Patience.await(PATIENCE, "nobody took over", () -> whole.treeSize() > size);
            traffic.awaitMore(ENOUGH);
            leader.restart();
            whole.assertWhole(traffic.stopped());
        }
    }

    @Test
    void aFrozenSequencerIsReplacedAndWritesNothingWhenItWakes() {
        try (Acknowledged traffic = Acknowledged.by(cluster.nodes())) {
            traffic.awaitMore(ENOUGH);
            ClusterNode leader = cluster.leader();
            leader.freeze();
            try {
                long size = whole.treeSize();
                Patience.await(PATIENCE, "nobody took over", () -> whole.treeSize() > size);
                assertThat(cluster.leader()).isNotEqualTo(leader);
            } finally {
                leader.thaw();
            }
            traffic.awaitMore(ENOUGH);
            whole.assertWhole(traffic.stopped());
        }
    }

    @Test
    void aCrashOfPostgresLosesNothingThatWasAcknowledged() {
        try (Acknowledged traffic = Acknowledged.by(cluster.nodes())) {
            traffic.awaitMore(ENOUGH);
            cluster.crashDatabase();
            traffic.awaitMore(ENOUGH);
            whole.assertWhole(traffic.stopped());
        }
    }

    @Test
    void aLongTransactionOfSomebodyElseDelaysNoInclusion() throws SQLException {
        try (Acknowledged traffic = Acknowledged.by(cluster.nodes());
                Connection foreign = cluster.records().database().asOwner().getConnection();
                Statement statement = foreign.createStatement()) {
            foreign.setAutoCommit(false);
            statement.execute("create table public.batch_job as select 1 as step");
            traffic.awaitMore(ENOUGH);
            long entries = whole.entries();
            Patience.await(PATIENCE, "inclusion waits for a foreign transaction", () -> whole.treeSize() >= entries);
            foreign.rollback();
            whole.assertWhole(traffic.stopped());
        }
    }

    private static long unsealed(ClusterNode node) {
        String sql = "select count(*)::text from writ.ledger_lane l where l.node_id = ? and not exists"
                + " (select from writ.ledger_entry e where e.lane = l.lane and e.kind = 6)";
        return Long.parseLong(cluster.records().texts(sql, node.name()).getFirst());
    }
}
