package io.writ.ledger.anchor;

import io.writ.ledger.signing.Checkpoint;
import io.writ.ledger.signing.NoteException;
import io.writ.ledger.signing.NoteKey;
import io.writ.ledger.signing.NoteVerifier;
import io.writ.ledger.signing.SignedNote;
import java.util.List;

/**
 * By what a note is known to be the log's. An anchor can be written by others, so nothing else it says counts.
 *
 * @param origin of the log
 * @param keys that sign or once signed for it
 */
public record LogTrust(String origin, List<NoteKey> keys) {

    public LogTrust {
        keys = List.copyOf(keys);
    }

    /** A log that has had one key. */
    public static LogTrust of(NoteKey key) {
        return new LogTrust(key.name(), List.of(key));
    }

    Judgement judge(String text, String where) {
        try {
            SignedNote note = SignedNote.parse(text);
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            if (!checkpoint.origin().equals(origin)) {
                return new Judgement.Strange(where + " is a checkpoint of another log, " + checkpoint.origin());
            }
            return isSigned(note)
                    ? new Judgement.Believed(new Anchored(checkpoint, note, where, note.seenAt()))
                    : new Judgement.Unknown(where + " is a checkpoint of " + checkpoint.size()
                            + " leaves in the name of this log, signed by no known key of it");
        } catch (NoteException | IllegalArgumentException broken) {
            return new Judgement.Broken(where + " is no checkpoint and is passed over: " + broken.getMessage());
        }
    }

    /** Whether the log signed this in its own name. Throws {@link NoteException} when it is no checkpoint. */
    public boolean believes(SignedNote note) {
        return Checkpoint.parse(note.text()).origin().equals(origin) && isSigned(note);
    }

    private boolean isSigned(SignedNote note) {
        return keys.stream().anyMatch(key -> NoteVerifier.verify(note, key) instanceof NoteVerifier.Verdict.Signed);
    }
}
