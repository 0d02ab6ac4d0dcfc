package io.writ.ledger;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** A verification by the running server that costs the same at any size of the log. */
public interface LedgerSpotCheck {

    /**
     * Checks the newest checkpoint, that it extends an earlier one, and the newest entries.
     *
     * @param recordId a record to walk from its bytes to the checkpoint
     * @param canonical its bytes, where the caller may read them; asked for only when the check runs, since a look at them
     *     is recorded
     * @return nothing while another check is running
     */
    Optional<SpotReport> check(Optional<UUID> recordId, Supplier<Optional<byte[]>> canonical);
}
