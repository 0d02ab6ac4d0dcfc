package io.writ.ledger;

import io.writ.ledger.signing.NoteException;
import io.writ.ledger.signing.NoteKey;
import io.writ.ledger.signing.NoteSigner;
import java.util.Optional;

/** The key of a log in its written form: private and public key, one line each, as C2SP {@code signed-note} has them. */
public final class LogKey {

    private LogKey() {}

    /** A new key. The name is the origin of the log: it tells it from every other one, for all time. */
    public static String mint(String name) {
        return NoteSigner.mint(name);
    }

    /** A new key of a witness: what it signs says when it saw a checkpoint. */
    public static String mintWitness(String name) {
        return NoteSigner.mint(name, NoteKey.Type.COSIGNATURE);
    }

    /** The public line, for those who verify. */
    public static String publicKey(String signingKey) {
        return NoteSigner.parse(signingKey).key().text();
    }

    /** What is wrong with a key that somebody wrote; empty when it can sign. */
    public static Optional<String> problem(String signingKey) {
        try {
            NoteSigner.parse(signingKey);
            return Optional.empty();
        } catch (NoteException malformed) {
            return Optional.of(String.valueOf(malformed.getMessage()));
        }
    }

    /** Why a key cannot take over from another; both can sign. */
    public static Optional<String> successionProblem(String previousKey, String signingKey) {
        NoteKey older = NoteSigner.parse(previousKey).key();
        NoteKey newer = NoteSigner.parse(signingKey).key();
        if (!older.name().equals(newer.name())) {
            return Optional.of("it is the key of " + older.name() + " and the other one that of " + newer.name()
                    + ": a log keeps its name when it changes its key");
        }
        return older.equals(newer) ? Optional.of("it is the same key") : Optional.empty();
    }
}
