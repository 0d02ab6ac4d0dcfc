package io.writ.ledger.signing;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

/** Verifies signatures of notes with keys that are trusted for another reason than the note itself. */
public final class NoteVerifier {

    private static final int SIGNATURE_LENGTH = 64;

    private NoteVerifier() {}

    /** What a key says about a note. */
    public sealed interface Verdict {

        /**
         * It signed.
         *
         * @param seenAt for a cosignature, when the witness saw the note
         */
        record Signed(Optional<Instant> seenAt) implements Verdict {}

        /** There is a signature in its name that it did not make. */
        record Forged() implements Verdict {}

        /** There is no signature in its name. */
        record Absent() implements Verdict {}
    }

    public static Verdict verify(SignedNote note, NoteKey key) {
        Optional<SignatureLine> line = note.signatureOf(key);
        if (line.isEmpty()) {
            return new Verdict.Absent();
        }
        byte[] signature = line.get().signature();
        return switch (key.type()) {
            case ED25519 ->
                Ed25519.verify(key.publicKey(), note.signedBytes(), signature)
                        ? new Verdict.Signed(Optional.empty())
                        : new Verdict.Forged();
            case COSIGNATURE -> cosigned(note, key, signature);
        };
    }

    private static Verdict cosigned(SignedNote note, NoteKey key, byte[] signature) {
        if (signature.length != Long.BYTES + SIGNATURE_LENGTH) {
            return new Verdict.Forged();
        }
        ByteBuffer timed = ByteBuffer.wrap(signature);
        long seconds = timed.getLong();
        byte[] ed25519 = new byte[SIGNATURE_LENGTH];
        timed.get(ed25519);
        boolean right = seconds >= 0
                && seconds <= Instant.MAX.getEpochSecond()
                && Ed25519.verify(key.publicKey(), NoteSigner.cosigned(note.text(), seconds), ed25519);
        return right ? new Verdict.Signed(Optional.of(Instant.ofEpochSecond(seconds))) : new Verdict.Forged();
    }
}
