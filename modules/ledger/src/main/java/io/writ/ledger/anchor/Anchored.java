package io.writ.ledger.anchor;

import io.writ.ledger.signing.Checkpoint;
import io.writ.ledger.signing.SignedNote;

/**
 * A checkpoint of the log, found outside its database.
 *
 * @param where a file, a commit or an address, for whoever looks it up
 */
public record Anchored(Checkpoint checkpoint, SignedNote note, String where) {}
