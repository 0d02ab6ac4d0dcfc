package io.writ.ledger;

import io.writ.evidence.Digest;
import io.writ.ledger.merkle.FullTile;
import io.writ.ledger.merkle.GrowingTree;
import io.writ.ledger.merkle.RightEdge;
import io.writ.ledger.merkle.TreeHash;
import io.writ.ledger.persistence.CheckpointRow;
import io.writ.ledger.persistence.EntryView;
import io.writ.ledger.persistence.LeafVisitor;
import io.writ.ledger.persistence.LogSnapshot;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Folds the lanes into the tree once more, and compares every tile and the root of every checkpoint on the way. Stops at
 * the first thing that does not hold: after it no root can be right.
 */
final class TreeWalk implements LeafVisitor {

    private final LogSnapshot stored;
    private final Findings findings;
    private final SignatureChecks signatures;
    private final AnchoredRoots anchored;
    private final VouchedRoots vouched;
    private final GrowingTree tree;
    private final long start;
    private final Map<Long, Long> folded = new HashMap<>();
    private long checkpoints;
    private boolean stopped;

    TreeWalk(
            LogSnapshot stored,
            Findings findings,
            SignatureChecks signatures,
            AnchoredRoots anchored,
            VouchedRoots vouched) {
        this.anchored = anchored;
        this.vouched = vouched;
        this.stored = stored;
        this.findings = findings;
        this.signatures = signatures;
        this.start = stored.treeStart().map(LogSnapshot.TreeStart::size).orElse(0L);
        this.tree = stored.treeStart().map(TreeWalk::grown).orElseGet(GrowingTree::empty);
        stored.heads().forEach((lane, head) -> folded.put(lane, head.seq()));
    }

    private static GrowingTree grown(LogSnapshot.TreeStart before) {
        List<TreeHash> subtrees = before.subtrees().stream()
                .map(subtree -> TreeHash.ofRaw(subtree.bytes()))
                .toList();
        return new GrowingTree(new RightEdge(before.size(), subtrees), List.of());
    }

    /** Walks the whole tree. */
    void walk() throws IOException, SQLException {
        if (start > 0) {
            begin();
        }
        if (!stopped) {
            stored.leaves(this);
        }
        LogSnapshot.Extent extent = stored.extent();
        if (!stopped) {
            anchored.ended(tree, stored.coverage());
            vouched.ended(tree);
            compare(extent);
        }
        signatures.first().ifPresent(findings::add);
    }

    TreeReport report() {
        return new TreeReport(tree.size() - start, checkpoints, signatures.isPossible());
    }

    @Override
    public boolean visit(long index, EntryView leaf, @Nullable CheckpointRow checkpoint) {
        long expected = folded.getOrDefault(leaf.lane(), 0L) + 1;
        if (index != tree.size()) {
            return missing(Verdict.GAP_UNDISCLOSED, "the next leaf is " + index);
        }
        if (leaf.seq() != expected) {
            return stop(
                    Verdict.FORKED,
                    new Place.OfLeaf(index),
                    "it is entry " + leaf.seq() + " of lane " + leaf.lane() + " instead of " + expected);
        }
        folded.put(leaf.lane(), leaf.seq());
        tree.append(TreeHash.leaf(leaf.entry()));
        anchored.reached(tree);
        vouched.reached(tree);
        tree.takeFinished().forEach(this::compare);
        if (checkpoint != null && !stopped) {
            compare(checkpoint);
        }
        return !stopped;
    }

    /** The hashes of the tree before the first leaf are not computed here: its checkpoint must vouch for them. */
    private void begin() throws IOException, SQLException {
        Optional<CheckpointRow> checkpoint = stored.startCheckpoint();
        if (checkpoint.isPresent()) {
            compare(checkpoint.get());
            if (!stopped) {
                anchored.began(tree);
            }
        } else {
            stop(Verdict.GAP_UNDISCLOSED, new Place.OfCheckpoint(start), "it is missing, and everything begins at it");
        }
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
        Optional<String> problem = CheckpointSignatures.problem(checkpoint);
        if (problem.isPresent()) {
            stop(Verdict.FORKED, place, problem.get());
            return;
        }
        vouched.passed(checkpoint.size());
        try {
            signatures.add(checkpoint);
        } catch (IOException | SQLException failure) {
            throw new LedgerException(place.text() + " could not be checked", failure);
        }
    }

    private void compare(FullTile tile) {
        if (tile.firstLeaf() < start) {
            // It began before what is shown, so its first hashes are not known here.
            return;
        }
        Place place = new Place.OfTile(tile.level(), tile.index());
        try {
            Optional<LogSnapshot.TileRow> row = stored.tile(tile.level(), tile.index());
            if (row.isEmpty()) {
                stop(Verdict.GAP_UNDISCLOSED, place, "it is missing");
            } else if (!row.get().content().equals(Digest.of(tile.bytes()))
                    || !TreeHash.ofRaw(row.get().root().bytes()).equals(tile.root())) {
                stop(Verdict.FORKED, place, "it holds other hashes than the entries below it");
            }
        } catch (IOException | SQLException failure) {
            throw new LedgerException(place.text() + " could not be read", failure);
        }
    }

    private void compare(LogSnapshot.Extent extent) {
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
        } catch (IOException | SQLException failure) {
            throw new LedgerException("what leaf " + tree.size() + " was could not be read", failure);
        }
    }

    private boolean stop(Verdict verdict, Place place, String what) {
        stopped = true;
        findings.add(new Finding(verdict, place, what));
        return false;
    }
}
