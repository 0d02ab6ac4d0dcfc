package io.writ.governance.source.filesystem;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * From this moment on a document was in this state, until the next observation of it.
 *
 * @param since as the database keeps time: to the microsecond
 */
record Observation(String objectId, FileState state, Instant since) {

    Observation {
        since = since.truncatedTo(ChronoUnit.MICROS);
    }
}
