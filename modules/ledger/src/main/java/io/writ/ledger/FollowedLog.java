package io.writ.ledger;

import io.writ.evidence.Digest;
import io.writ.ledger.merkle.ConsistencyProof;
import io.writ.ledger.merkle.TreeHash;
import io.writ.ledger.signing.Checkpoint;
import io.writ.ledger.signing.NoteException;
import io.writ.ledger.signing.NoteKey;
import io.writ.ledger.signing.NoteVerifier;
import io.writ.ledger.signing.SignedNote;
import java.util.List;
import java.util.Optional;

/** Holds what a log says now against what it said before. It remembers nothing: whoever follows does. */
public final class FollowedLog {

    private final Optional<NoteKey> key;

    /**
     * A log that is followed.
     *
     * @param publicKey in the written form of C2SP {@code signed-note}; without it no signature is checked
     */
    public FollowedLog(Optional<String> publicKey) {
        this.key = publicKey.map(CheckpointSignatures::trusted);
    }

    /** What a note turned out to be. */
    public sealed interface Reading {

        /** A checkpoint of this log; signed by its key if that is known. */
        record Trusted(CheckpointView checkpoint) implements Reading {}

        /** A checkpoint that the known key did not sign, or of a log with another name. */
        record Strange(CheckpointView checkpoint, String why) implements Reading {}

        /** No checkpoint at all. */
        record Nonsense(String why) implements Reading {}
    }

    public Reading read(String note) {
        try {
            SignedNote signed = SignedNote.parse(note);
            Checkpoint checkpoint = Checkpoint.parse(signed.text());
            var view = new CheckpointView(
                    checkpoint.origin(),
                    checkpoint.size(),
                    Digest.ofRaw(checkpoint.root().bytes()));
            Optional<String> strange = key.flatMap(known -> strange(signed, view, known));
            return strange.isEmpty() ? new Reading.Trusted(view) : new Reading.Strange(view, strange.get());
        } catch (NoteException none) {
            return new Reading.Nonsense(String.valueOf(none.getMessage()));
        }
    }

    /** Whether the path proves that the newer tree holds the older one: RFC 6962 section 2.1.2. */
    public static boolean isExtended(CheckpointView older, CheckpointView newer, List<Digest> path) {
        if (older.size() > newer.size()) {
            return false;
        }
        List<TreeHash> hashes =
                path.stream().map(hash -> TreeHash.ofRaw(hash.bytes())).toList();
        return new ConsistencyProof(older.size(), newer.size(), hashes)
                .holds(
                        TreeHash.ofRaw(older.root().bytes()),
                        TreeHash.ofRaw(newer.root().bytes()));
    }

    private static Optional<String> strange(SignedNote note, CheckpointView view, NoteKey known) {
        if (!view.origin().equals(known.name())) {
            return Optional.of("it is of the log " + view.origin() + ", and " + known.name() + " is followed");
        }
        return switch (NoteVerifier.verify(note, known)) {
            case NoteVerifier.Verdict.Signed _ -> Optional.empty();
            case NoteVerifier.Verdict.Forged _ -> Optional.of("its signature is forged");
            case NoteVerifier.Verdict.Absent _ -> Optional.of("the known key did not sign it");
        };
    }
}
