package io.writ.ledger;

import io.writ.ledger.signing.NoteKey;
import java.util.Optional;

/**
 * How to verify.
 *
 * @param publicKey of the log in the written form of C2SP {@code signed-note}; without it no signature is checked
 * @param threads that work side by side; a database gives each a connection
 * @param anchors that hold checkpoints of the log; they are believed by the public key only
 */
public record VerifierOptions(
        Optional<String> publicKey, int threads, VerificationProgress progress, AnchorConfig anchors) {

    /** One thread, no key, nothing said. */
    static final VerifierOptions SILENT = new VerifierOptions(Optional.empty(), 1, (entries, records) -> {});

    /** More than any machine of today has use for; a database has fewer connections to give. */
    private static final int THREADS_MAX = 256;

    public VerifierOptions {
        if (threads < 1 || threads > THREADS_MAX) {
            throw new IllegalArgumentException("a verification has 1 to " + THREADS_MAX + " threads, not " + threads);
        }
    }

    /** Without anchors. */
    public VerifierOptions(Optional<String> publicKey, int threads, VerificationProgress progress) {
        this(publicKey, threads, progress, AnchorConfig.NONE);
    }

    /** The key by which the log and what anchors hold of it is believed. */
    Optional<NoteKey> trusted() {
        return publicKey.map(CheckpointSignatures::trusted);
    }
}
