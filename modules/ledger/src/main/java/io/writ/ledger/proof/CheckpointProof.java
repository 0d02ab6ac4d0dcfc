package io.writ.ledger.proof;

import io.writ.evidence.Digest;
import io.writ.ledger.merkle.InclusionProof;
import io.writ.ledger.merkle.TreeHash;
import io.writ.ledger.signing.Checkpoint;
import io.writ.ledger.signing.NoteException;
import io.writ.ledger.signing.NoteVerifier;
import io.writ.ledger.signing.SignedNote;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A checkpoint in somebody's hands, and what it proves. */
public final class CheckpointProof {

    private final SignedNote note;
    private final Checkpoint checkpoint;

    private CheckpointProof(SignedNote note, Checkpoint checkpoint) {
        this.note = note;
        this.checkpoint = checkpoint;
    }

    /**
     * Reads a signed note byte for byte.
     *
     * @throws ProofException when it is not a checkpoint, or spelled otherwise than checkpoints are
     */
    public static CheckpointProof parse(String written) {
        try {
            SignedNote note = SignedNote.parse(written);
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            boolean spelled =
                    note.written().equals(written) && checkpoint.text().equals(note.text());
            if (!spelled) {
                throw new ProofException("a checkpoint has one spelling, and this is another");
            }
            return new CheckpointProof(note, checkpoint);
        } catch (NoteException malformed) {
            throw new ProofException(String.valueOf(malformed.getMessage()), malformed);
        }
    }

    /** The name of the log. */
    public String origin() {
        return checkpoint.origin();
    }

    /** Leaves of the tree. */
    public long size() {
        return checkpoint.size();
    }

    /** Root of the tree. */
    public Digest root() {
        return Digest.ofRaw(checkpoint.root().bytes());
    }

    /** How many signatures stand below it, whosever they are. */
    public int signatures() {
        return note.signatures().size();
    }

    /** Whether the key of a log signed it. */
    public boolean isSignedBy(SealKey log) {
        return !log.isOfWitness() && signed(log) instanceof NoteVerifier.Verdict.Signed;
    }

    /** When a witness saw it; empty when it did not sign, or something else. */
    public Optional<Instant> seenBy(SealKey witness) {
        return signed(witness) instanceof NoteVerifier.Verdict.Signed(Optional<Instant> seenAt)
                ? seenAt
                : Optional.empty();
    }

    /** Whether an entry stands at this index of the tree. */
    public boolean holds(Digest entry, long index, List<Digest> path) {
        if (index < 0 || index >= size()) {
            return false;
        }
        List<TreeHash> hashes =
                path.stream().map(hash -> TreeHash.ofRaw(hash.bytes())).toList();
        return new InclusionProof(index, size(), hashes)
                .root(TreeHash.leaf(entry.bytes()))
                .filter(checkpoint.root()::equals)
                .isPresent();
    }

    private NoteVerifier.Verdict signed(SealKey key) {
        return NoteVerifier.verify(note, key.key());
    }
}
