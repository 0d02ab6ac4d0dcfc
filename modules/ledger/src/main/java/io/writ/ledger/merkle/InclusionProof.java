package io.writ.ledger.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Proof that a leaf stands at an index of the tree of a size: RFC 6962 section 2.1.1.
 *
 * @param index of the leaf, from 0
 * @param size of the tree
 * @param path hashes from the leaf's sibling upwards; at most 64
 */
public record InclusionProof(long index, long size, List<TreeHash> path) {

    public InclusionProof {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("a tree of " + size + " leaves has no leaf " + index);
        }
        path = List.copyOf(path);
    }

    /** The proof for one leaf; reads as many subtrees as the tree is high. */
    public static InclusionProof of(long index, long size, Subtrees tree) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("a tree of " + size + " leaves has no leaf " + index);
        }
        List<TreeHash> downwards = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + leftSize(to - from);
            if (index < middle) {
                downwards.add(tree.range(middle, to));
                to = middle;
            } else {
                downwards.add(tree.range(from, middle));
                from = middle;
            }
        }
        return new InclusionProof(index, size, downwards.reversed());
    }

    /**
     * The root that follows from this leaf and the path, as in RFC 9162 section 2.1.3.2; empty when the path is too
     * long or too short for the size. The proof holds when this is the root of a checkpoint that is trusted.
     */
    public Optional<TreeHash> root(TreeHash leaf) {
        Climb climb = new Climb(index, size - 1);
        TreeHash root = leaf;
        for (TreeHash sibling : path) {
            if (climb.isAtRoot()) {
                return Optional.empty();
            }
            root = climb.siblingIsLeft() ? TreeHash.node(sibling, root) : TreeHash.node(root, sibling);
        }
        return climb.isAtRoot() ? Optional.of(root) : Optional.empty();
    }

    /** Leaves of the left subtree: the largest power of two below the size. */
    static long leftSize(long size) {
        return Long.highestOneBit(size - 1);
    }
}
