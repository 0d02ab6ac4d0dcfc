package io.writ.ledger;

import io.writ.ledger.signing.NoteException;
import io.writ.ledger.signing.NoteKey;
import io.writ.ledger.signing.NoteSigner;
import java.util.List;
import java.util.Optional;

/**
 * What makes this installation a witness; the application produces it as a bean.
 *
 * @param signingKey private and public key of the witness, as {@link LogKey} has them; without it there is no witness
 * @param logs public keys of the logs that are witnessed; a log whose key changed has several
 */
public record WitnessConfig(Optional<String> signingKey, List<String> logs) {

    public WitnessConfig {
        logs = List.copyOf(logs);
        problem(signingKey, logs).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
    }

    /** What is wrong with what somebody wrote. */
    public static Optional<String> problem(Optional<String> signingKey, List<String> logs) {
        try {
            if (signingKey
                    .map(NoteSigner::parse)
                    .filter(signer -> signer.key().type() != NoteKey.Type.COSIGNATURE)
                    .isPresent()) {
                return Optional.of(
                        "the key of a witness makes cosignatures; ./writ ledger witness-key makes such a key");
            }
            return logs.stream()
                    .map(NoteKey::parse)
                    .filter(key -> key.type() != NoteKey.Type.ED25519)
                    .map(key -> "the key " + key.name() + " is one of a witness, not of a log")
                    .findFirst();
        } catch (NoteException malformed) {
            return Optional.of(String.valueOf(malformed.getMessage()));
        }
    }
}
