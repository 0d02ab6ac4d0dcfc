package io.writ.ledger.tree;

import io.writ.ledger.merkle.GrowingTree;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Folds lanes into the tree, cycle by cycle, on one connection that no other sequencer shares. Whatever goes wrong in a
 * cycle, what is in memory is forgotten and read anew: what is stored decides.
 */
final class Sequencer {

    private final LogIdentity identity;
    private @Nullable GrowingTree tree;
    private UnfoldedEntries entries = new UnfoldedEntries();

    Sequencer(LogIdentity identity) {
        this.identity = identity;
    }

    /** What one cycle did: how many entries it folded. */
    record Cycle(int folded) {}

    /** One cycle in one transaction. Nothing is written when no lane has grown. */
    Cycle cycle(Connection connection) throws SQLException {
        boolean committed = false;
        try {
            Cycle cycle = fold(connection, resumed(connection));
            connection.commit();
            committed = true;
            return cycle;
        } finally {
            if (!committed) {
                tree = null;
                entries = new UnfoldedEntries();
                connection.rollback();
            }
        }
    }

    private GrowingTree resumed(Connection connection) throws SQLException {
        GrowingTree known = tree;
        if (known == null) {
            known = new StoredTree(connection).resumed(identity);
            tree = known;
        }
        return known;
    }

    private Cycle fold(Connection connection, GrowingTree growing) throws SQLException {
        Fold fold = new Fold(growing);
        entries.visit(connection, fold);
        List<LaneRange> ranges = fold.ranges();
        if (ranges.isEmpty()) {
            return new Cycle(0);
        }
        TreeInsert.execute(connection, ranges, growing.takeFinished(), identity.sign(growing));
        ranges.forEach(entries::remember);
        return new Cycle(ranges.stream().mapToInt(LaneRange::count).sum());
    }
}
