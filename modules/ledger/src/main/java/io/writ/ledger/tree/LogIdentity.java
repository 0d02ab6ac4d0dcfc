package io.writ.ledger.tree;

import io.writ.ledger.anchor.LogTrust;
import io.writ.ledger.merkle.GrowingTree;
import io.writ.ledger.merkle.TreeHash;
import io.writ.ledger.notice.KeyChange;
import io.writ.ledger.notice.KeyHistory;
import io.writ.ledger.notice.Restart;
import io.writ.ledger.notice.Stand;
import io.writ.ledger.signing.Checkpoint;
import io.writ.ledger.signing.NoteKey;
import io.writ.ledger.signing.NoteSigner;
import io.writ.ledger.signing.NoteVerifier;
import io.writ.ledger.signing.SignedNote;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Signs in the name of the log. The origin is the name of the key. */
final class LogIdentity {

    private final NoteSigner signer;
    private final Optional<NoteSigner> previous;
    private final Clock clock;

    LogIdentity(NoteSigner signer, Clock clock) {
        this(signer, Optional.empty(), clock);
    }

    /**
     * An identity that may be changing.
     *
     * @param previous the key that the log has, if this one shall take over from it
     */
    LogIdentity(NoteSigner signer, Optional<NoteSigner> previous, Clock clock) {
        this.signer = signer;
        this.previous = previous;
        this.clock = clock;
    }

    NoteSigner signer() {
        return signer;
    }

    /**
     * Finds out how to go on, and refuses to go on from a checkpoint that the log did not sign, whose edge is not the
     * one it signed, or with a key that is not the log's.
     *
     * @param history as the database tells it; each step of it has been verified
     */
    Standing standing(Optional<StoredCheckpoint> newest, KeyHistory history) {
        newest.ifPresent(LogIdentity::confirmEdge);
        Optional<KeyHistory.Step> last = history.last();
        if (last.isPresent() && last.get().leafIndex() < 0) {
            return pending(newest, last.get());
        }
        Optional<NoteKey> told = last.map(step -> step.succession().newKey());
        if (told.isPresent() ? told.get().equals(signer.key()) : newest.isEmpty() || hasSigned(newest.get(), signer)) {
            newest.ifPresent(checkpoint -> confirm(checkpoint, signer));
            return new Standing.Valid();
        }
        if (newest.isPresent() && previous.isPresent()) {
            NoteSigner older = previous.get();
            if (told.isPresent() ? told.get().equals(older.key()) : hasSigned(newest.get(), older)) {
                confirm(newest.get(), older);
                return changing(older, history);
            }
        }
        throw new TreeBrokenException(refusal(newest, told));
    }

    /**
     * Signs the root of a tree.
     *
     * @param older signs too: the key that this one takes over from
     */
    SignedRoot sign(GrowingTree tree, Optional<NoteSigner> older) {
        Instant now = clock.instant();
        String text = new Checkpoint(signer.key().name(), tree.size(), tree.root(), List.of()).text();
        SignedNote note = new SignedNote(text, List.of());
        if (older.isPresent()) {
            note = note.with(older.get().sign(text, now));
        }
        return new SignedRoot(
                tree.size(),
                tree.root(),
                tree.subtrees(),
                ChronoUnit.MICROS.between(Instant.EPOCH, now),
                note.with(signer.sign(text, now)).written());
    }

    /** By what notes of this log are known, wherever they are found: all keys that its name had. */
    LogTrust trust(KeyHistory history) {
        String origin = signer.key().name();
        Stream<NoteKey> older =
                previous.map(NoteSigner::key).filter(key -> key.name().equals(origin)).stream();
        Stream<NoteKey> own = Stream.concat(older, Stream.of(signer.key()));
        return new LogTrust(
                origin,
                Stream.concat(history.keysNamed(origin).stream(), own)
                        .distinct()
                        .toList());
    }

    private Standing changing(NoteSigner older, KeyHistory history) {
        if (history.knows(signer.key())) {
            throw new TreeBrokenException(signer.key().text() + " was the key of this log before and is not used again:"
                    + " mint another one with ./writ ledger mint-key");
        }
        return new Standing.Changing(older, history.epoch() + 1);
    }

    private Standing pending(Optional<StoredCheckpoint> newest, KeyHistory.Step step) {
        switch (step.succession()) {
            case KeyChange _ ->
                throw new TreeBrokenException("a change of the key stands outside the tree, where no sequencer writes"
                        + " it: verify the ledger before anything is signed on top of it");
            case Restart restart -> {
                if (!restart.newKey().equals(signer.key())) {
                    throw new TreeBrokenException("the log was restarted as "
                            + restart.newKey().name() + ": set WRIT_LEDGER_KEY to the key that ./writ ledger restart"
                            + " wrote");
                }
                Stand stand = newest.map(LogIdentity::stand).orElse(new Stand(0, TreeHash.ofEmptyTree()));
                if (!stand.equals(restart.stand())) {
                    throw new TreeBrokenException("the log was restarted at size "
                            + restart.stand().size() + " and stands at size " + stand.size()
                            + " with another root: verify the ledger before anything is signed on top of it");
                }
                return new Standing.Restarting(step.lane());
            }
        }
    }

    private String refusal(Optional<StoredCheckpoint> newest, Optional<NoteKey> told) {
        String key = signer.key().text();
        return told.map(valid -> "the key of this log is " + valid.text() + ", and this process has " + key
                        + ": set WRIT_LEDGER_KEY to the log's key, or, if this one shall take over from it, set"
                        + " WRIT_LEDGER_PREVIOUS_KEY to it")
                .orElseGet(() -> "checkpoint "
                        + newest.map(StoredCheckpoint::size).orElse(0L) + " was not signed by "
                        + key + ": put back the key that signed it, or, if this one shall take over from it, set"
                        + " WRIT_LEDGER_PREVIOUS_KEY to it");
    }

    private static Stand stand(StoredCheckpoint checkpoint) {
        return new Stand(checkpoint.size(), checkpoint.edge().root());
    }

    private static void confirm(StoredCheckpoint newest, NoteSigner signer) {
        if (!hasSigned(newest, signer)) {
            throw new TreeBrokenException("checkpoint " + newest.size() + " was not signed by "
                    + signer.key().text() + ", which is the key of the log: verify the ledger before anything is"
                    + " signed on top of it");
        }
    }

    private static boolean hasSigned(StoredCheckpoint newest, NoteSigner signer) {
        SignedNote note = SignedNote.parse(newest.note());
        return switch (NoteVerifier.verify(note, signer.key())) {
            case NoteVerifier.Verdict.Signed _ ->
                Checkpoint.parse(note.text()).origin().equals(signer.key().name());
            case NoteVerifier.Verdict.Forged _, NoteVerifier.Verdict.Absent _ -> false;
        };
    }

    private static void confirmEdge(StoredCheckpoint newest) {
        Checkpoint signed = Checkpoint.parse(SignedNote.parse(newest.note()).text());
        if (signed.size() != newest.size()
                || !signed.root().equals(newest.edge().root())) {
            throw new TreeBrokenException("the stored edge of checkpoint " + newest.size()
                    + " is not that of its note: verify the ledger before anything is signed on top of it");
        }
    }
}
