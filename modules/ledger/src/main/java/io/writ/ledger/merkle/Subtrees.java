package io.writ.ledger.merkle;

/** Hashes of perfect subtrees, wherever they are kept. */
@FunctionalInterface
public interface Subtrees {

    /**
     * The hash over leaves {@code index * 2^level} to {@code (index + 1) * 2^level - 1}.
     *
     * @throws IllegalArgumentException when the tree does not have all of these leaves
     */
    TreeHash perfect(int level, long index);

    /** The hash over leaves {@code from} to {@code to - 1}, where {@code from} begins a perfect subtree of that size. */
    default TreeHash range(long from, long to) {
        long size = to - from;
        long left = Long.highestOneBit(size);
        TreeHash perfect = perfect(Long.numberOfTrailingZeros(left), from / left);
        return left == size ? perfect : TreeHash.node(perfect, range(from + left, to));
    }

    /** The root of the tree of this size. */
    default TreeHash root(long size) {
        return size == 0 ? TreeHash.ofEmptyTree() : range(0, size);
    }
}
