package io.writ.app.config;

import java.time.Duration;
import java.util.Optional;

/**
 * Who signs the ledger, and how far its tree may be behind.
 *
 * @param key signs checkpoints
 * @param previousKey is the log's until the key takes over from it
 * @param cycle pause between two looks at the lanes
 * @param lagMax past this the node is not ready; zero means never
 */
record SequencerSettings(Optional<String> key, Optional<String> previousKey, Duration cycle, Duration lagMax) {

    /** Says nothing of keys. */
    @Override
    public String toString() {
        return "SequencerSettings[cycle=" + cycle + ", lagMax=" + lagMax + "]";
    }
}
