package io.writ.ledger.anchor;

import io.writ.ledger.signing.SignatureLine;
import io.writ.ledger.signing.SignedNote;
import java.util.List;

/** A place outside the database that keeps checkpoints. Not thread-safe: each user opens its own. */
public interface Anchor {

    /** The same for all time: it names the anchor in metrics, findings and logs. */
    String name();

    /**
     * What it holds of a log.
     *
     * @throws AnchorException when it cannot be read
     */
    AnchorReading read(LogTrust trust);

    /**
     * As {@link #read}, and an anchor that can only be asked about a checkpoint is asked about the newest one, which is
     * signed already.
     */
    default AnchorReading consult(LogHistory log) {
        return read(log.trust());
    }

    /**
     * Leaves a checkpoint there, after holding what is there against the log.
     *
     * @return what the anchor signed in return
     * @throws AnchorException when it cannot be reached, or does not take it
     * @throws AnchorConflictException when it holds a checkpoint of the log that this history does not lead to
     */
    List<SignatureLine> publish(SignedNote checkpoint, LogHistory log);
}
