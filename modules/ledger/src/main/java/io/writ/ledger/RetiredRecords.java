package io.writ.ledger;

import java.util.UUID;

/** Records that the log itself says were retired: who misses one of them misses nothing. */
@FunctionalInterface
interface RetiredRecords {

    /** No record was retired. */
    RetiredRecords NONE = _ -> false;

    /** Whether this record may be gone rightly. */
    boolean mayHold(UUID recordId);
}
