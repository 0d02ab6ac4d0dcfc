package io.writ.ledger.anchor;

import io.writ.ledger.signing.Checkpoint;
import io.writ.ledger.signing.SignedNote;
import java.time.Instant;
import java.util.Optional;

/**
 * A checkpoint of the log, found outside its database.
 *
 * @param where a file, a commit or an address, for whoever looks it up
 * @param since when it came there, as the file system, the commit or the witness has it; empty if nothing tells
 */
public record Anchored(Checkpoint checkpoint, SignedNote note, String where, Optional<Instant> since) {

    Anchored since(Instant moment) {
        return new Anchored(checkpoint, note, where, Optional.of(moment));
    }
}
