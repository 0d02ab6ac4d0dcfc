package io.writ.ledger.proof;

import io.writ.ledger.signing.NoteException;
import io.writ.ledger.signing.NoteKey;

/** A public key in the written form of C2SP {@code signed-note}: that of a log, or that of a witness. */
public final class SealKey {

    private final NoteKey key;

    private SealKey(NoteKey key) {
        this.key = key;
    }

    public static SealKey parse(String text) {
        try {
            NoteKey key = NoteKey.parse(text);
            if (!key.text().equals(text)) {
                throw new ProofException("a key has one spelling, and this is another");
            }
            return new SealKey(key);
        } catch (NoteException malformed) {
            throw new ProofException(String.valueOf(malformed.getMessage()), malformed);
        }
    }

    /** The name: for a log, its origin. */
    public String name() {
        return key.name();
    }

    /** Name and id, by which an envelope calls the key. */
    public String label() {
        return key.label();
    }

    /** The written form. */
    public String text() {
        return key.text();
    }

    /** Whether this is the key of a witness, which signs checkpoints together with the time and nothing else. */
    public boolean isOfWitness() {
        return key.type() == NoteKey.Type.COSIGNATURE;
    }

    /** Whether this key, being that of a log, made the signature of a DSSE envelope. */
    public boolean signed(String payloadType, byte[] payload, byte[] signature) {
        return !isOfWitness() && key.signedBytes(Dsse.preAuthentication(payloadType, payload), signature);
    }

    NoteKey key() {
        return key;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SealKey seal && seal.key.equals(key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return key.text();
    }
}
