package io.writ.ledger;

import io.writ.evidence.Digest;
import io.writ.ledger.merkle.FullTile;
import io.writ.ledger.merkle.GrowingTree;
import io.writ.ledger.merkle.TreeHash;
import io.writ.ledger.persistence.CheckpointRow;
import io.writ.ledger.persistence.LeafRow;
import io.writ.ledger.persistence.LeafVisitor;
import io.writ.ledger.persistence.StoredLeaves;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Folds the lanes into the tree once more, and compares every tile and the root of every checkpoint on the way. Stops at
 * the first thing that does not hold: after it no root can be right.
 */
final class TreeWalk implements LeafVisitor {

    private final StoredLeaves stored;
    private final Findings findings;
    private final Optional<CheckpointSignatures> signatures;
    private final GrowingTree tree = GrowingTree.empty();
    private final Map<Long, Long> folded = new HashMap<>();
    private long checkpoints;
    private boolean stopped;

    TreeWalk(StoredLeaves stored, Findings findings, Optional<CheckpointSignatures> signatures) {
        this.stored = stored;
        this.findings = findings;
        this.signatures = signatures;
    }

    /** Walks the whole tree. */
    TreeReport walk() throws SQLException {
        stored.leaves(this);
        StoredLeaves.Extent extent = stored.extent();
        if (!stopped && extent.treeSize() != tree.size()) {
            stop("the tree has " + tree.size() + " leaves and its newest checkpoint covers " + extent.treeSize());
        } else if (!stopped && extent.checkpoints() != checkpoints) {
            stop((extent.checkpoints() - checkpoints) + " checkpoints end where no leaf does");
        }
        return new TreeReport(tree.size(), checkpoints, signatures.isPresent());
    }

    @Override
    public boolean visit(LeafRow leaf, @Nullable CheckpointRow checkpoint) {
        long expected = folded.getOrDefault(leaf.lane(), 0L) + 1;
        if (leaf.index() != tree.size()) {
            return stop("leaf " + tree.size() + " is missing, the next one is " + leaf.index());
        }
        if (leaf.seq() != expected) {
            return stop("leaf " + leaf.index() + " is entry " + leaf.seq() + " of lane " + leaf.lane() + " instead of "
                    + expected);
        }
        folded.put(leaf.lane(), leaf.seq());
        tree.append(TreeHash.leaf(leaf.entry().bytes()));
        tree.takeFinished().forEach(this::compare);
        if (checkpoint != null && !stopped) {
            compare(checkpoint);
        }
        return !stopped;
    }

    private void compare(CheckpointRow checkpoint) {
        checkpoints++;
        String name = "checkpoint " + checkpoint.size();
        if (!tree.root().equals(TreeHash.ofRaw(checkpoint.root().bytes()))) {
            stop(name + ": its root is not that of the entries before it");
            return;
        }
        if (!checkpoint.edge().equals(Digest.of(TreeHash.bytes(tree.subtrees())))) {
            stop(name + ": its right edge is not that of the entries before it");
            return;
        }
        CheckpointSignatures.problem(checkpoint)
                .or(() -> signatures.flatMap(known -> known.forgery(checkpoint)))
                .ifPresent(problem -> stop(name + ": " + problem));
    }

    private void compare(FullTile tile) {
        try {
            Optional<StoredLeaves.TileRow> row = stored.tile(tile.level(), tile.index());
            boolean same = row.isPresent()
                    && row.get().content().equals(Digest.of(tile.bytes()))
                    && TreeHash.ofRaw(row.get().root().bytes()).equals(tile.root());
            if (!same) {
                stop("tile " + tile.level() + "/" + tile.index() + " is missing or holds other hashes");
            }
        } catch (SQLException failure) {
            throw new LedgerException("tile " + tile.level() + "/" + tile.index() + " could not be read", failure);
        }
    }

    private boolean stop(String finding) {
        stopped = true;
        findings.inTree(finding);
        return false;
    }
}
