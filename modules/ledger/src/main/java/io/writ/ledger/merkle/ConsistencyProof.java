package io.writ.ledger.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * Proof that a tree extends an older one: nothing was changed, taken away or moved. RFC 6962 section 2.1.2.
 *
 * @param older size of the older tree
 * @param newer size of the newer tree
 * @param path empty when either tree is empty or both have the same size
 */
public record ConsistencyProof(long older, long newer, List<TreeHash> path) {

    public ConsistencyProof {
        if (older < 0 || older > newer) {
            throw new IllegalArgumentException("a tree of " + newer + " leaves cannot extend one of " + older);
        }
        path = List.copyOf(path);
    }

    /** The proof between two sizes; reads as many subtrees as the tree is high, twice at most. */
    public static ConsistencyProof between(long older, long newer, Subtrees tree) {
        if (older < 0 || older > newer) {
            throw new IllegalArgumentException("a tree of " + newer + " leaves cannot extend one of " + older);
        }
        if (older == 0 || older == newer) {
            return new ConsistencyProof(older, newer, List.of());
        }
        List<TreeHash> downwards = new ArrayList<>();
        long from = 0;
        long to = newer;
        while (older != to) {
            long middle = from + InclusionProof.leftSize(to - from);
            if (older <= middle) {
                downwards.add(tree.range(middle, to));
                to = middle;
            } else {
                downwards.add(tree.range(from, middle));
                from = middle;
            }
        }
        if (from != 0) {
            // What is left is not the older tree itself, so whoever verifies does not know its hash yet.
            downwards.add(tree.range(from, to));
        }
        return new ConsistencyProof(older, newer, downwards.reversed());
    }

    /** Whether the path leads to both roots, as in RFC 9162 section 2.1.4.2. */
    public boolean holds(TreeHash olderRoot, TreeHash newerRoot) {
        if (older == 0) {
            return path.isEmpty() && olderRoot.equals(TreeHash.ofEmptyTree());
        }
        if (older == newer) {
            return path.isEmpty() && olderRoot.equals(newerRoot);
        }
        boolean perfect = Long.bitCount(older) == 1;
        if (path.isEmpty()) {
            return false;
        }
        TreeHash seed = perfect ? olderRoot : path.getFirst();
        return leadsTo(olderRoot, newerRoot, seed, perfect ? path : path.subList(1, path.size()));
    }

    private boolean leadsTo(TreeHash olderRoot, TreeHash newerRoot, TreeHash seed, List<TreeHash> siblings) {
        int complete = Long.numberOfTrailingZeros(older);
        Climb climb = new Climb((older - 1) >> complete, (newer - 1) >> complete);
        TreeHash olderHash = seed;
        TreeHash newerHash = seed;
        for (TreeHash sibling : siblings) {
            if (climb.isAtRoot()) {
                return false;
            }
            if (climb.siblingIsLeft()) {
                olderHash = TreeHash.node(sibling, olderHash);
                newerHash = TreeHash.node(sibling, newerHash);
            } else {
                newerHash = TreeHash.node(newerHash, sibling);
            }
        }
        return climb.isAtRoot() && olderHash.equals(olderRoot) && newerHash.equals(newerRoot);
    }
}
