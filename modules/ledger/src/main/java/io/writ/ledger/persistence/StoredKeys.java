package io.writ.ledger.persistence;

import io.writ.ledger.merkle.TreeHash;
import io.writ.ledger.notice.KeyHistory;
import io.writ.ledger.notice.Notice;
import io.writ.ledger.notice.NoticeException;
import io.writ.ledger.notice.Stand;
import io.writ.ledger.notice.Succession;
import io.writ.ledger.signing.Checkpoint;
import io.writ.ledger.signing.NoteException;
import io.writ.ledger.signing.NoteKey;
import io.writ.ledger.signing.NoteVerifier;
import io.writ.ledger.signing.SignedNote;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The keys of the stored log. Few rows, however large the log is. Whoever may write notices may write nonsense, which is
 * never deleted: so a notice counts only if a checkpoint that its old key signed leads to it, and any other one is passed
 * over and named.
 */
public final class StoredKeys {

    private final StoredCheckpoints checkpoints;
    private final KeyHistory history = new KeyHistory();
    private final List<String> strays = new ArrayList<>();

    private StoredKeys(StoredCheckpoints checkpoints) {
        this.checkpoints = checkpoints;
    }

    /** Reads them all. */
    public static StoredKeys read(Connection connection) throws SQLException {
        var keys = new StoredKeys(new StoredCheckpoints(connection));
        List<Found> found = new ArrayList<>();
        new StoredNotices(connection).successions((entry, _, canonical, leafIndex) -> {
            try {
                if (Notice.parse(canonical) instanceof Succession succession) {
                    found.add(new Found(entry, new KeyHistory.Step(entry.lane(), leafIndex, succession)));
                } else {
                    keys.passOver(entry, "it is of another kind");
                }
            } catch (NoticeException misread) {
                keys.passOver(entry, String.valueOf(misread.getMessage()));
            }
        });
        for (Found next : found) {
            keys.follow(next);
        }
        return keys;
    }

    private record Found(EntryRow entry, KeyHistory.Step step) {}

    public KeyHistory history() {
        return history;
    }

    /** Notices of a key that lead nowhere, a sentence each. */
    public List<String> strays() {
        return List.copyOf(strays);
    }

    private void follow(Found next) throws SQLException {
        Optional<String> unbound = unbound(next.step());
        unbound.or(() -> history.add(next.step())).ifPresent(problem -> passOver(next.entry(), problem));
    }

    private Optional<String> unbound(KeyHistory.Step step) throws SQLException {
        Stand stand = step.succession().stand();
        if (step.leafIndex() >= 0 && step.leafIndex() != stand.size()) {
            return Optional.of(
                    "it is leaf " + step.leafIndex() + " and speaks of a tree of " + stand.size() + " leaves");
        }
        NoteKey old = step.succession().oldKey();
        boolean bound = stand.size() == 0
                // Before its first checkpoint a log has signed nothing that could lead anywhere.
                ? step.leafIndex() == 0 || checkpoints.newest().isEmpty()
                : checkpoints
                        .ofSize(stand.size())
                        .filter(row -> leads(row, stand, old))
                        .isPresent();
        return bound
                ? Optional.empty()
                : Optional.of("the key " + old.text() + " signed no checkpoint of " + stand.size()
                        + " leaves with the root that it names");
    }

    private static boolean leads(CheckpointRow row, Stand stand, NoteKey key) {
        try {
            SignedNote note = SignedNote.parse(row.note());
            Checkpoint signed = Checkpoint.parse(note.text());
            return signed.origin().equals(key.name())
                    && signed.size() == stand.size()
                    && signed.root().equals(stand.root())
                    && TreeHash.ofRaw(row.root().bytes()).equals(stand.root())
                    && NoteVerifier.verify(note, key) instanceof NoteVerifier.Verdict.Signed;
        } catch (NoteException none) {
            return false;
        }
    }

    private void passOver(EntryRow entry, String problem) {
        strays.add("notice " + entry.recordId() + ", lane " + entry.lane() + " entry " + entry.seq()
                + ", is passed over: " + problem);
    }
}
