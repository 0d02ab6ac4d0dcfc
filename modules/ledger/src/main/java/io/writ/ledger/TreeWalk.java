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
        if (!stopped) {
            compare(extent);
        }
        return new TreeReport(tree.size(), checkpoints, signatures.isPresent());
    }

    @Override
    public boolean visit(LeafRow leaf, @Nullable CheckpointRow checkpoint) {
        long expected = folded.getOrDefault(leaf.lane(), 0L) + 1;
        if (leaf.index() != tree.size()) {
            return missing(Verdict.GAP_UNDISCLOSED, "the next leaf is " + leaf.index());
        }
        if (leaf.seq() != expected) {
            return stop(
                    Verdict.FORKED,
                    new Place.OfLeaf(leaf.index()),
                    "it is entry " + leaf.seq() + " of lane " + leaf.lane() + " instead of " + expected);
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
        Place place = new Place.OfCheckpoint(checkpoint.size());
        if (!tree.root().equals(TreeHash.ofRaw(checkpoint.root().bytes()))) {
            stop(Verdict.FORKED, place, "its root is not that of the entries before it");
            return;
        }
        if (!checkpoint.edge().equals(Digest.of(TreeHash.bytes(tree.subtrees())))) {
            stop(Verdict.FORKED, place, "its right edge is not that of the entries before it");
            return;
        }
        CheckpointSignatures.problem(checkpoint)
                .or(() -> signatures.flatMap(known -> known.forgery(checkpoint)))
                .ifPresent(problem -> stop(Verdict.FORKED, place, problem));
    }

    private void compare(FullTile tile) {
        Place place = new Place.OfTile(tile.level(), tile.index());
        try {
            Optional<StoredLeaves.TileRow> row = stored.tile(tile.level(), tile.index());
            if (row.isEmpty()) {
                stop(Verdict.GAP_UNDISCLOSED, place, "it is missing");
            } else if (!row.get().content().equals(Digest.of(tile.bytes()))
                    || !TreeHash.ofRaw(row.get().root().bytes()).equals(tile.root())) {
                stop(Verdict.FORKED, place, "it holds other hashes than the entries below it");
            }
        } catch (SQLException failure) {
            throw new LedgerException(place.text() + " could not be read", failure);
        }
    }

    private void compare(StoredLeaves.Extent extent) throws SQLException {
        if (tree.size() < extent.treeSize()) {
            missing(Verdict.TRUNCATED, "the newest checkpoint covers " + extent.treeSize() + " leaves");
        } else if (tree.size() > extent.treeSize()) {
            stop(
                    Verdict.TRUNCATED,
                    new Place.OfCheckpoint(tree.size()),
                    "it is missing: the tree has " + tree.size() + " leaves and its newest checkpoint covers "
                            + extent.treeSize());
        } else if (extent.checkpoints() != checkpoints) {
            stop(
                    Verdict.FORKED,
                    new Place.OfTree(),
                    (extent.checkpoints() - checkpoints) + " checkpoints end where no leaf does");
        }
    }

    /**
     * The next leaf is not there: what stood there was the newest of its lane and cut off, or it is a hole.
     *
     * @param otherwise what it is when nothing tells any more which entry stood there
     */
    private boolean missing(Verdict otherwise, String evidence) {
        try {
            long index = tree.size();
            return stored.promised(index)
                    .map(promise -> stop(
                            promise.isEndOfLane() ? Verdict.TRUNCATED : Verdict.GAP_UNDISCLOSED,
                            new Place.OfEntry(promise.lane(), promise.seq()),
                            "it is missing and was leaf " + index + ", " + evidence))
                    .orElseGet(() -> stop(otherwise, new Place.OfLeaf(index), "it is missing, " + evidence));
        } catch (SQLException failure) {
            throw new LedgerException("what leaf " + tree.size() + " was could not be read", failure);
        }
    }

    private boolean stop(Verdict verdict, Place place, String what) {
        stopped = true;
        findings.add(new Finding(verdict, place, what));
        return false;
    }
}
