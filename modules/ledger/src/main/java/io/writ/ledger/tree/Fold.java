package io.writ.ledger.tree;

import io.writ.ledger.EntryKind;
import io.writ.ledger.merkle.GrowingTree;
import io.writ.ledger.merkle.TreeHash;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Takes the new entries of one cycle into the tree, and notes which lane went where. A lane that cannot go on stays where
 * it is, and the others go on.
 */
final class Fold implements UnfoldedEntries.Visitor {

    private static final Set<Integer> SUCCESSIONS = Set.of(EntryKind.KEY_CHANGE.number(), EntryKind.RESTART.number());
    private static final long NO_LANE = 0;

    private final GrowingTree tree;
    private final long successionLane;
    private final List<LaneRange> ranges = new ArrayList<>();
    private final Set<Long> sealed = new LinkedHashSet<>();
    private final SortedMap<Long, String> broken = new TreeMap<>();

    private long lane;
    private long fromSeq;
    private int count;
    private long treeIndex;

    Fold(GrowingTree tree) {
        this(tree, NO_LANE);
    }

    private Fold(GrowingTree tree, long successionLane) {
        this.tree = tree;
        this.successionLane = successionLane;
    }

    /** The fold over a change of the key or a restart, which the first entry of this lane tells and which was checked. */
    static Fold over(GrowingTree tree, long successionLane) {
        return new Fold(tree, successionLane);
    }

    @Override
    public void visit(long entryLane, long foldedTo, long seq, int kind, byte[] entryHash) {
        if (sealed.contains(entryLane) || broken.containsKey(entryLane)) {
            // The lane ended. Whatever somebody put behind its seal stays outside the tree, and the verifier names it;
            // so does what stands behind a hole.
            return;
        }
        if (count == 0 || entryLane != lane) {
            close();
            lane = entryLane;
            fromSeq = foldedTo + 1;
            treeIndex = tree.size();
        }
        if (seq != fromSeq + count) {
            // A lane emits a number only when the one before is committed, so a hole is not a matter of time.
            broken.put(lane, "lane " + lane + " lacks entry " + (fromSeq + count));
            return;
        }
        if (SUCCESSIONS.contains(kind) && (lane != successionLane || seq != 1)) {
            // In the tree it would speak for the log, and whoever may write notices can write one.
            broken.put(lane, "lane " + lane + " speaks of a key in entry " + seq + ", which this log did not ask for");
            return;
        }
        tree.append(TreeHash.leaf(entryHash));
        count++;
        if (kind == EntryKind.LANE_SEAL.number()) {
            sealed.add(lane);
        }
    }

    /** Lanes that are folded to their seal. */
    Set<Long> sealed() {
        return Set.copyOf(sealed);
    }

    /** Lanes that have grown and cannot be folded further, with the reason. */
    SortedMap<Long, String> broken() {
        return Collections.unmodifiableSortedMap(broken);
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
