package io.writ.ledger;

import io.writ.ledger.merkle.TreeHash;
import io.writ.ledger.persistence.CheckpointRow;
import io.writ.ledger.signing.Checkpoint;
import io.writ.ledger.signing.NoteException;
import io.writ.ledger.signing.NoteKey;
import io.writ.ledger.signing.NoteVerifier;
import io.writ.ledger.signing.SignedNote;
import java.util.Optional;

/** Holds stored checkpoints against their notes, and notes against the key of the log. */
final class CheckpointSignatures {

    private final NoteKey key;

    private CheckpointSignatures(NoteKey key) {
        this.key = key;
    }

    /**
     * Signatures of a log.
     *
     * @param publicKey in the written form of C2SP {@code signed-note}
     * @throws LedgerException when it is none
     */
    static CheckpointSignatures of(String publicKey) {
        try {
            return new CheckpointSignatures(NoteKey.parse(publicKey));
        } catch (NoteException malformed) {
            throw new LedgerException("the public key of the log does not fit: " + malformed.getMessage(), malformed);
        }
    }

    /** What the note of a checkpoint says otherwise than its row. */
    static Optional<String> problem(CheckpointRow row) {
        try {
            Checkpoint noted = Checkpoint.parse(SignedNote.parse(row.note()).text());
            boolean same = noted.size() == row.size()
                    && noted.root().equals(TreeHash.ofRaw(row.root().bytes()));
            return same ? Optional.empty() : Optional.of("its note says another size or root");
        } catch (NoteException malformed) {
            return Optional.of("its note is none: " + malformed.getMessage());
        }
    }

    /** Why the log did not sign this note. */
    Optional<String> forgery(CheckpointRow row) {
        SignedNote note = SignedNote.parse(row.note());
        if (!Checkpoint.parse(note.text()).origin().equals(key.name())) {
            return Optional.of("it is of another log than " + key.name());
        }
        return switch (NoteVerifier.verify(note, key)) {
            case NoteVerifier.Verdict.Signed _ -> Optional.empty();
            case NoteVerifier.Verdict.Forged _ -> Optional.of("its signature is forged");
            case NoteVerifier.Verdict.Absent _ -> Optional.of("the key " + key.name() + " did not sign it");
        };
    }
}
