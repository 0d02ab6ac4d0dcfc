package io.writ.governance.source.filesystem;

import io.writ.governance.TenantId;
import java.time.Instant;

/**
 * A document as it is now.
 *
 * @param since from when on it is known to be so
 * @param stamp what the file looked like when it was read
 */
record LiveDocument(String objectId, TenantId tenant, FileState state, Instant since, FileStamp stamp) {

    /** Tells whether it already was what it is now in the second of that time. */
    boolean holdsAt(Instant asOf) {
        return since.isBefore(VersionStore.endOf(asOf));
    }
}
