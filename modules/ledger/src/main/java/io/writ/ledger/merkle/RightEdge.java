package io.writ.ledger.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * The growing side of the tree: one hash per perfect subtree that is not yet part of a larger one, largest first. It is
 * all that appending needs, so appending costs the same at any size. Not thread-safe.
 */
public final class RightEdge {

    private final List<TreeHash> subtrees;
    private long size;

    /**
     * Goes on where another edge stopped.
     *
     * @param subtrees largest first; as many as the size has binary ones
     */
    public RightEdge(long size, List<TreeHash> subtrees) {
        if (size < 0 || Long.bitCount(size) != subtrees.size()) {
            throw new IllegalArgumentException(
                    "a tree of " + size + " leaves has another edge than " + subtrees.size() + " hashes");
        }
        this.size = size;
        this.subtrees = new ArrayList<>(subtrees);
    }

    /** The edge of the empty tree. */
    public static RightEdge empty() {
        return new RightEdge(0, List.of());
    }

    /** Told of each perfect subtree in the moment it becomes complete, smaller ones first. */
    @FunctionalInterface
    public interface Completion {
        void completed(int level, long index, TreeHash hash);
    }

    /** Appends a leaf, and reports it and every subtree it completes. */
    public void append(TreeHash leaf, Completion completion) {
        completion.completed(0, size, leaf);
        TreeHash hash = leaf;
        int level = 0;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = TreeHash.node(subtrees.removeLast(), hash);
            level++;
            completion.completed(level, rest >> 1, hash);
        }
        subtrees.add(hash);
        size++;
    }

    public long size() {
        return size;
    }

    /** The subtrees, largest first. */
    public List<TreeHash> subtrees() {
        return List.copyOf(subtrees);
    }

    /** The root of the tree as it is now. */
    public TreeHash root() {
        if (subtrees.isEmpty()) {
            return TreeHash.ofEmptyTree();
        }
        TreeHash root = subtrees.getLast();
        for (int i = subtrees.size() - 2; i >= 0; i--) {
            root = TreeHash.node(subtrees.get(i), root);
        }
        return root;
    }
}
