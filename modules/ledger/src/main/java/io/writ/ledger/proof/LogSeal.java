package io.writ.ledger.proof;

import io.writ.ledger.signing.NoteException;
import io.writ.ledger.signing.NoteSigner;

/** Signs what the log vouches for beside its checkpoints. A checkpoint never begins as an envelope's bytes do. */
public final class LogSeal {

    private final NoteSigner signer;

    private LogSeal(NoteSigner signer) {
        this.signer = signer;
    }

    /**
     * The seal of a log.
     *
     * @param signingKey private and public key, one line each, as the log itself is given them
     */
    public static LogSeal of(String signingKey) {
        try {
            return new LogSeal(NoteSigner.parse(signingKey));
        } catch (NoteException malformed) {
            throw new ProofException("the key of the log does not fit", malformed);
        }
    }

    public SealKey key() {
        return SealKey.parse(signer.key().text());
    }

    /** The signature of a DSSE envelope. */
    public byte[] sign(String payloadType, byte[] payload) {
        return signer.signBytes(Dsse.preAuthentication(payloadType, payload));
    }
}
