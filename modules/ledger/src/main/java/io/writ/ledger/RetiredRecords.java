package io.writ.ledger;

import java.util.UUID;

/** Records that the log itself says were retired: who misses one of them misses nothing. */
@FunctionalInterface
interface RetiredRecords {

    /** Whether this record may be gone rightly. */
    boolean mayHold(UUID recordId);
}
