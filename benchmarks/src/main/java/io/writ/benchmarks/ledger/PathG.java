package io.writ.benchmarks.ledger;

import io.writ.cli.database.DatabaseAccess;
import io.writ.governance.RecordingConfig;
import io.writ.governance.persistence.Recordable;
import io.writ.governance.persistence.UngatedRecording;
import io.writ.ledger.append.PlainLanes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Path G: decisions that wait together share a transaction. Each node has one writer and lanes of its own. */
final class PathG implements Design {

    private static final int WAITING_MAX = 1_024;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Decisions.Source source;
    private final int nodes;

    PathG(Decisions.Source source, int nodes) {
        this.source = source;
        this.nodes = nodes;
    }

    @Override
    public Leaves leaves() {
        return Leaves.LEDGER;
    }

    @Override
    public Writing open(DatabaseAccess access, int callers) {
        List<Node> opened = new ArrayList<>();
        for (int number = 0; number < nodes; number++) {
            opened.add(Node.open(access, "bench-" + number));
        }
        return new Writing(source) {
            @Override
            void write(Recordable decision) throws SQLException {
                // The random half of the id spreads callers over nodes.
                int node = Math.floorMod(Long.hashCode(decision.id().getLeastSignificantBits()), nodes);
                if (!opened.get(node).recording().write(decision)) {
                    throw new SQLException("decision " + decision.id() + " was not recorded");
                }
            }

            @Override
            public void close() throws SQLException {
                for (Node node : opened) {
                    node.close();
                }
            }
        };
    }

    private record Node(PlainTransactions transactions, UngatedRecording recording) {

        static Node open(DatabaseAccess access, String name) {
            PlainLanes lanes = PlainLanes.over(access.asApp(), name, Designs.LANES_OF_A_SERVER);
            PlainTransactions transactions = new PlainTransactions(access.asApp(), lanes, true);
            RecordingConfig config = new RecordingConfig(
                    1,
                    WAITING_MAX,
                    PATIENCE,
                    Thread.ofPlatform().daemon().name("writer-", 0).factory());
            return new Node(
                    transactions, UngatedRecording.inGroups(transactions, lanes.lanes(), access.asApp(), config));
        }

        void close() throws SQLException {
            recording.close();
            transactions.close();
        }
    }
}
