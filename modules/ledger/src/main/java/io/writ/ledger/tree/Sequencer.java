package io.writ.ledger.tree;

import io.writ.ledger.merkle.GrowingTree;
import io.writ.ledger.notice.Stand;
import io.writ.ledger.persistence.StoredKeys;
import io.writ.ledger.signing.NoteSigner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Folds lanes into the tree, cycle by cycle, on one connection that no other sequencer shares. Whatever goes wrong in a
 * cycle, what is in memory is forgotten and read anew: what is stored decides.
 */
final class Sequencer {

    private final LogIdentity identity;
    private final Notary notary;
    private @Nullable GrowingTree tree;
    private Standing standing = new Standing.Valid();
    private UnfoldedEntries entries = new UnfoldedEntries();
    private List<String> strays = List.of();

    Sequencer(LogIdentity identity, Notary notary) {
        this.identity = identity;
        this.notary = notary;
    }

    /**
     * What one cycle did.
     *
     * @param folded entries
     * @param broken lanes that cannot be folded further, and notices that are passed over, a sentence each
     */
    record Cycle(int folded, List<String> broken) {
        Cycle {
            broken = List.copyOf(broken);
        }
    }

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
            StoredTree stored = new StoredTree(connection);
            Optional<StoredCheckpoint> newest = stored.newest();
            StoredKeys keys = StoredKeys.read(connection);
            standing = identity.standing(newest, keys.history());
            strays = keys.strays();
            known = stored.resumed(newest);
            tree = known;
        }
        return known;
    }

    private Cycle fold(Connection connection, GrowingTree growing) throws SQLException {
        Fold fold;
        Optional<NoteSigner> older = Optional.empty();
        switch (standing) {
            case Standing.Valid _ -> {
                fold = new Fold(growing);
                entries.visit(connection, fold);
            }
            case Standing.Restarting restart -> {
                fold = Fold.over(growing, restart.lane());
                entries.visit(connection, restart.lane(), fold);
            }
            case Standing.Changing change -> {
                Stand stand = new Stand(growing.size(), growing.root());
                long lane = notary.change(connection, change, identity.signer(), stand);
                fold = Fold.over(growing, lane);
                entries.visit(connection, lane, fold);
                older = Optional.of(change.older());
            }
        }
        List<LaneRange> ranges = fold.ranges();
        List<String> broken =
                Stream.concat(strays.stream(), fold.broken().values().stream()).toList();
        entries.remember(fold.broken().keySet());
        if (ranges.isEmpty()) {
            return new Cycle(0, broken);
        }
        TreeInsert.execute(connection, fold, growing.takeFinished(), identity.sign(growing, older));
        // A change of keys has a checkpoint of its own: before it the old key signs, after it the new one.
        standing = new Standing.Valid();
        ranges.forEach(entries::remember);
        fold.sealed().forEach(entries::forget);
        return new Cycle(ranges.stream().mapToInt(LaneRange::count).sum(), broken);
    }
}
