package io.writ.ledger;

import java.time.Duration;

/** Hears how far a verification has come. */
@FunctionalInterface
public interface VerificationProgress {

    /** Called often, by one verifying thread at a time: return quickly. */
    void reached(long entries, long records);

    /** A phase is done, and took this long with all threads. */
    default void finished(Phase phase, long items, Duration took) {}

    /** What a verification does, one after the other. */
    enum Phase {
        /** Comparing the files of an export with its manifest; counted in bytes. */
        FILES,
        /** Re-hashing lanes; counted in entries. */
        CHAINS,
        /** Comparing records with their leaves; counted in records. */
        RECORDS,
        /** Comparing evidence and policy inputs with the digests in their records; counted in both. */
        ATTACHMENTS,
        /** Folding the tree and checking checkpoints; counted in leaves. */
        TREE
    }
}
