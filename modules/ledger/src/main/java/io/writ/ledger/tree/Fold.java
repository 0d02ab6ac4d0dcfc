package io.writ.ledger.tree;

import io.writ.ledger.merkle.GrowingTree;
import io.writ.ledger.merkle.TreeHash;
import java.util.ArrayList;
import java.util.List;

/** Takes the new entries of one cycle into the tree, and notes which lane went where. */
final class Fold implements UnfoldedEntries.Visitor {

    private final GrowingTree tree;
    private final List<LaneRange> ranges = new ArrayList<>();

    private long lane;
    private long fromSeq;
    private int count;
    private long treeIndex;

    Fold(GrowingTree tree) {
        this.tree = tree;
    }

    @Override
    public void visit(long entryLane, long foldedTo, long seq, byte[] entryHash) {
        if (count == 0 || entryLane != lane) {
            close();
            lane = entryLane;
            fromSeq = foldedTo + 1;
            treeIndex = tree.size();
        }
        if (seq != fromSeq + count) {
            // A lane emits a number only when the one before is committed, so a hole is not a matter of time.
            throw new TreeBrokenException("lane " + lane + " lacks entry " + (fromSeq + count));
        }
        tree.append(TreeHash.leaf(entryHash));
        count++;
    }

    /** What was folded; empty when nothing was new. */
    List<LaneRange> ranges() {
        close();
        return List.copyOf(ranges);
    }

    private void close() {
        if (count > 0) {
            ranges.add(new LaneRange(lane, fromSeq, count, treeIndex));
            count = 0;
        }
    }
}
