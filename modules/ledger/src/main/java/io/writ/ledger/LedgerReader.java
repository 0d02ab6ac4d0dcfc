package io.writ.ledger;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the log. */
public interface LedgerReader {

    /** The entry of a record, if it was committed. */
    Optional<LedgerEntry> entryOf(UUID recordId);

    /** The names of all lanes, ascending. */
    List<Long> lanes();

    /** Tells whether the log can be read now. */
    boolean isReachable();
}
