package io.writ.ledger.merkle;

/** The way from a node up to the root, as both verification algorithms of RFC 9162 section 2.1 walk it. */
final class Climb {

    private long node;
    private long last;

    /**
     * Starts at a node.
     *
     * @param node its index at its level
     * @param last index of the last node of that level
     */
    Climb(long node, long last) {
        this.node = node;
        this.last = last;
    }

    boolean isAtRoot() {
        return last == 0;
    }

    /** Goes one step up and tells on which side the sibling stands. Levels without a sibling are passed over. */
    boolean siblingIsLeft() {
        boolean left = (node & 1) == 1 || node == last;
        if (left) {
            int alone = Long.numberOfTrailingZeros(node);
            node >>= alone;
            last >>= alone;
        }
        node >>= 1;
        last >>= 1;
        return left;
    }
}
