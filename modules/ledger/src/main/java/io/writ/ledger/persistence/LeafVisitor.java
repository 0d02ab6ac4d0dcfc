package io.writ.ledger.persistence;

import org.jspecify.annotations.Nullable;

/** Sees the leaves of the tree in order. */
@FunctionalInterface
public interface LeafVisitor {

    /** One leaf; false when enough was seen. */
    boolean visit(LeafRow leaf, @Nullable CheckpointRow checkpoint);
}
