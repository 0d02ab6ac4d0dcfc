package io.writ.ledger.tree;

import io.writ.ledger.merkle.GrowingTree;
import io.writ.ledger.signing.Checkpoint;
import io.writ.ledger.signing.NoteSigner;
import io.writ.ledger.signing.NoteVerifier;
import io.writ.ledger.signing.SignedNote;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Signs in the name of the log. The origin is the name of the key. */
final class LogIdentity {

    private final NoteSigner signer;
    private final Clock clock;

    LogIdentity(NoteSigner signer, Clock clock) {
        this.signer = signer;
        this.clock = clock;
    }

    /** Refuses to go on from a checkpoint that this log did not sign, or whose edge is not the one it signed. */
    void confirm(StoredCheckpoint newest) {
        SignedNote note = SignedNote.parse(newest.note());
        Checkpoint signed = Checkpoint.parse(note.text());
        boolean own = switch (NoteVerifier.verify(note, signer.key())) {
            case NoteVerifier.Verdict.Signed _ ->
                signed.origin().equals(signer.key().name());
            case NoteVerifier.Verdict.Forged _, NoteVerifier.Verdict.Absent _ -> false;
        };
        if (!own) {
            throw new TreeBrokenException("checkpoint " + newest.size() + " was not signed by "
                    + signer.key().name() + ": put back the key that signed it, keys cannot be exchanged yet");
        }
        if (signed.size() != newest.size()
                || !signed.root().equals(newest.edge().root())) {
            throw new TreeBrokenException("the stored edge of checkpoint " + newest.size()
                    + " is not that of its note: verify the ledger before anything is signed on top of it");
        }
    }

    SignedRoot sign(GrowingTree tree) {
        Instant now = clock.instant();
        String text = new Checkpoint(signer.key().name(), tree.size(), tree.root(), List.of()).text();
        String note =
                new SignedNote(text, List.of()).with(signer.sign(text, now)).written();
        return new SignedRoot(
                tree.size(), tree.root(), tree.subtrees(), ChronoUnit.MICROS.between(Instant.EPOCH, now), note);
    }
}
