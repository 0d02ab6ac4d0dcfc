package io.writ.ledger;

import io.writ.ledger.merkle.TreeHash;
import io.writ.ledger.signing.Checkpoint;
import io.writ.ledger.signing.NoteException;
import io.writ.ledger.signing.NoteKey;
import io.writ.ledger.signing.NoteSigner;
import io.writ.ledger.signing.NoteVerifier;
import io.writ.ledger.signing.SignedNote;
import java.util.Optional;

/**
 * The checkpoint that a log is restarted for.
 *
 * @param oldKey of the log as the database knows it
 * @param signer public key that must have signed the note
 */
record LostCheckpoint(NoteSigner oldKey, NoteKey signer, SignedNote note, Checkpoint checkpoint) {

    /** Reads it. Throws {@link NoteException} when it is none. */
    static LostCheckpoint of(RestartOrder order) {
        NoteSigner old = NoteSigner.parse(order.oldKey());
        SignedNote note = SignedNote.parse(order.lostCheckpoint());
        NoteKey signer = order.lostKey().map(NoteKey::parse).orElse(old.key());
        return new LostCheckpoint(old, signer, note, Checkpoint.parse(note.text()));
    }

    long size() {
        return checkpoint.size();
    }

    /**
     * Why this is no reason to restart.
     *
     * @param here the root that the entries of the database have at that size; empty if it has no checkpoint of it
     */
    Optional<String> problem(Optional<TreeHash> here) {
        if (!checkpoint.origin().equals(oldKey.key().name()) || !signer.name().equals(checkpoint.origin())) {
            return Optional.of("the lost checkpoint is of " + checkpoint.origin() + " and the old key of "
                    + oldKey.key().name() + ": only checkpoints of the same log are a reason to restart it");
        }
        return switch (NoteVerifier.verify(note, signer)) {
            case NoteVerifier.Verdict.Signed _ -> kept(here);
            case NoteVerifier.Verdict.Forged _, NoteVerifier.Verdict.Absent _ ->
                Optional.of("the key " + signer.text() + " did not sign the lost checkpoint: give the file of a"
                        + " checkpoint as it was published, and the key that signed it");
        };
    }

    private Optional<String> kept(Optional<TreeHash> here) {
        return here.filter(checkpoint.root()::equals)
                .map(_ -> "nothing is lost: the database holds checkpoint " + size()
                        + " with the same root. Start the server with the old key");
    }
}
