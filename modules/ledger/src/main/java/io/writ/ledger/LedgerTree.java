package io.writ.ledger;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The tree over all lanes, in the public formats of C2SP {@code tlog-tiles} and {@code tlog-checkpoint}. Every hash in it
 * is blinded, so none of this tells a reader anything about a tenant.
 */
public interface LedgerTree {

    /** The newest signed checkpoint; empty before the first. */
    Optional<String> checkpoint();

    /**
     * A tile: hashes of 32 bytes each.
     *
     * @param path what stands behind {@code /tile/}: {@code <L>/<N>} or {@code <L>/<N>.p/<W>}
     * @return empty when the path is none, or the tree has not grown that far
     */
    Optional<byte[]> tile(String path);

    /**
     * A bundle of entries: for each leaf its data, the entry's hash, behind its length in two bytes.
     *
     * @param path what stands behind {@code /tile/entries/}: {@code <N>} or {@code <N>.p/<W>}
     */
    Optional<byte[]> entries(String path);

    /** Proof that the entry of a record stands in the tree of the newest checkpoint. */
    InclusionOutcome inclusion(UUID recordId);

    /** As {@link #inclusion}, for several records under one and the same checkpoint, in the order of the records. */
    List<InclusionOutcome> inclusions(List<UUID> recordIds);

    /** Proof that the tree of one size extends that of another. */
    ConsistencyOutcome consistency(long older, long newer);

    /** How far the tree is behind the lanes. */
    TreeLag lag();
}
