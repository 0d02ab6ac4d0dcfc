package io.writ.ledger;

import java.util.Optional;
import java.util.UUID;

/** A verification by the running server that costs the same at any size of the log. */
public interface LedgerSpotCheck {

    /**
     * Checks the newest checkpoint, that it extends an earlier one, and the newest entries.
     *
     * @param recordId a record to walk from its bytes to the checkpoint
     * @param canonical its bytes, where the caller may read them
     * @return nothing while another check is running
     */
    Optional<SpotReport> check(Optional<UUID> recordId, Optional<byte[]> canonical);
}
