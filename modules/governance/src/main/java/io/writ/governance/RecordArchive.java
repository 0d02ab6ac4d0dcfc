package io.writ.governance;

import java.util.Optional;
import java.util.UUID;

/** Single records as they were hashed, for those who may read everything that is recorded in their tenant. */
public interface RecordArchive {

    /**
     * The canonical bytes of a record, or of a notice. The look is recorded before it is answered, whatever it brings.
     *
     * @return nothing when policy does not open the whole archive to the caller, or the tenant has no such record; which
     *     of the two looks the same
     */
    Optional<CanonicalRecord> canonical(Caller caller, UUID recordId);
}
