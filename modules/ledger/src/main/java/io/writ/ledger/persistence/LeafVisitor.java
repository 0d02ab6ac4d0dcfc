package io.writ.ledger.persistence;

import org.jspecify.annotations.Nullable;

/** Sees the leaves of the tree in order. The view is the same each time; what it looks at is not. */
@FunctionalInterface
public interface LeafVisitor {

    /** One leaf, and the checkpoint that ends at it; false when enough was seen. */
    boolean visit(long index, EntryView entry, @Nullable CheckpointRow checkpoint);
}
