package io.writ.benchmarks.ledger;

import io.writ.benchmarks.load.Loop;
import io.writ.cli.database.DatabaseAccess;
import io.writ.ledger.LogKey;
import io.writ.ledger.tree.Sequencing;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;

/** A design while the sequencer folds what it writes into the tree and signs checkpoints. */
final class WithTree implements Design {

    static final Duration CYCLE = Duration.ofMillis(100);

    /** A backlog of a slice is folded in a few cycles; after this the tree stands still. */
    private static final int FOLD_TRIES = 300;

    private static final String UNFOLDED = "select (select count(*) from writ.ledger_entry)"
            + " - coalesce((select max(size) from writ.tree_checkpoint), 0)";

    private final Design design;
    private final Duration cycle;
    private final String key = LogKey.mint("writ.local/bench");

    WithTree(Design design, Duration cycle) {
        this.design = design;
        this.cycle = cycle;
    }

    @Override
    public Leaves leaves() {
        return Leaves.TREE;
    }

    @Override
    public Opened open(DatabaseAccess access, int callers) throws SQLException {
        Opened opened = design.open(access, callers);
        Sequencing sequencing = Sequencing.start(access.asSequencer(), key, cycle);
        return new Opened() {
            @Override
            public Loop start(int number, ThreadFactory threads) throws SQLException {
                return opened.start(number, threads);
            }

            @Override
            public void close() throws SQLException {
                try (sequencing) {
                    opened.close();
                    awaitFolded(access);
                }
            }
        };
    }

    /** Waits until the tree holds every entry; whether it does is for the check to say. */
    static void awaitFolded(DatabaseAccess access) throws SQLException {
        try (Connection connection = access.asAuditor().getConnection();
                Statement statement = connection.createStatement()) {
            for (int tries = 0; tries < FOLD_TRIES; tries++) {
                try (ResultSet row = statement.executeQuery(UNFOLDED)) {
                    if (row.next() && row.getLong(1) == 0) {
                        return;
                    }
                }
                Pause.millis(50);
            }
        }
    }
}
