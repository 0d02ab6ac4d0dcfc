package io.writ.ledger;

import io.writ.evidence.Digest;
import java.util.List;

/** Whether an entry is in the tree. */
public sealed interface InclusionOutcome {

    /**
     * It is, and this proves it to whoever trusts the checkpoint: RFC 6962 section 2.1.1.
     *
     * @param previous the entry before it in its lane, or the lane's genesis
     * @param treeIndex of its leaf, from 0
     * @param treeSize of the checkpoint
     * @param path hashes from the leaf's sibling upwards
     * @param checkpoint the signed note
     */
    record Proven(
            LedgerEntry entry, Digest previous, long treeIndex, long treeSize, List<Digest> path, String checkpoint)
            implements InclusionOutcome {
        public Proven {
            path = List.copyOf(path);
        }
    }

    /** It is chained in its lane and will be in the next checkpoint. */
    record Pending(LedgerEntry entry) implements InclusionOutcome {}

    /** No entry stands for such a record. */
    record Unknown() implements InclusionOutcome {}
}
