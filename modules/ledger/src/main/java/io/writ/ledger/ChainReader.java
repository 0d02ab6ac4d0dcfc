package io.writ.ledger;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads single links of the chains; a bounded number of rows, however long they are. */
public interface ChainReader {

    /** The entry of a record. */
    Optional<ChainedEntry> ofRecord(UUID recordId);

    /** The entry at a place. */
    Optional<ChainedEntry> at(long lane, long seq);

    /** Some of the newest entries that are in the tree: the ends of the ranges that were folded last. */
    List<ChainedEntry> newest(int entriesMax);

    /** An earlier checkpoint: about a hundred before the one of this size, or the first. */
    Optional<String> checkpointBefore(long size);
}
