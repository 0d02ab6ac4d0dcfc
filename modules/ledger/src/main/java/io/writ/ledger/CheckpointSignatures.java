package io.writ.ledger;

import io.writ.ledger.merkle.TreeHash;
import io.writ.ledger.notice.KeyHistory;
import io.writ.ledger.persistence.CheckpointRow;
import io.writ.ledger.signing.Checkpoint;
import io.writ.ledger.signing.NoteException;
import io.writ.ledger.signing.NoteKey;
import io.writ.ledger.signing.NoteVerifier;
import io.writ.ledger.signing.SignedNote;
import java.util.Optional;

/** Holds stored checkpoints against their notes, and notes against the keys of the log. */
final class CheckpointSignatures {

    private final NoteKey trusted;
    private final KeyHistory keys;

    /**
     * Signatures of a log.
     *
     * @param trusted a key that the log has or had
     * @param keys all that it had, as its notices prove
     */
    CheckpointSignatures(NoteKey trusted, KeyHistory keys) {
        this.trusted = trusted;
        this.keys = keys;
    }

    /**
     * A key that somebody trusts.
     *
     * @param publicKey in the written form of C2SP {@code signed-note}
     * @throws LedgerException when it is none
     */
    static NoteKey trusted(String publicKey) {
        try {
            return NoteKey.parse(publicKey);
        } catch (NoteException malformed) {
            throw new LedgerException("the public key of the log does not fit: " + malformed.getMessage(), malformed);
        }
    }

    /** Whether this is a checkpoint that this key signed for its log. */
    static boolean isSigned(String note, NoteKey key) {
        try {
            return forgery(SignedNote.parse(note), key).isEmpty();
        } catch (NoteException malformed) {
            return false;
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

    /**
     * Why the log did not sign this note.
     *
     * @param sizeBefore of the checkpoint before, 0 for none
     */
    Optional<String> forgery(CheckpointRow row, long sizeBefore) {
        return forgery(SignedNote.parse(row.note()), sizeBefore, row.size());
    }

    /** Why the log did not sign this note, wherever it was found; which checkpoint was before it is not known. */
    Optional<String> forgery(String note) {
        SignedNote signed = SignedNote.parse(note);
        long size = Checkpoint.parse(signed.text()).size();
        return forgery(signed, size, size);
    }

    /** The key that signs a checkpoint of this size. */
    NoteKey signer(long size) {
        return keys.signers(size, size, trusted).getLast();
    }

    private Optional<String> forgery(SignedNote note, long sizeBefore, long size) {
        if (keys.last().isPresent() && !keys.knows(trusted)) {
            return Optional.of(
                    "nothing in this log leads from the key " + trusted.text() + " to the keys that sign it");
        }
        return keys.signers(sizeBefore, size, trusted).stream()
                .flatMap(key -> forgery(note, key).stream())
                .findFirst();
    }

    private static Optional<String> forgery(SignedNote note, NoteKey key) {
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
