package io.writ.ledger.witness;

import io.writ.ledger.LedgerException;
import io.writ.ledger.Witness;
import io.writ.ledger.WitnessOutcome;
import io.writ.ledger.WitnessedCheckpoint;
import io.writ.ledger.anchor.AddCheckpoint;
import io.writ.ledger.merkle.ConsistencyProof;
import io.writ.ledger.signing.Checkpoint;
import io.writ.ledger.signing.NoteKey;
import io.writ.ledger.signing.NoteSigner;
import io.writ.ledger.signing.NoteVerifier;
import io.writ.ledger.signing.SignatureLine;
import io.writ.ledger.signing.SignedNote;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** A witness that remembers in a database, so that several processes are one witness. */
final class DatabaseWitness implements Witness {

    private final DataSource database;
    private final NoteSigner signer;
    private final List<KnownLog> logs;
    private final Clock clock;

    DatabaseWitness(DataSource database, NoteSigner signer, List<NoteKey> logs, Clock clock) {
        this.database = database;
        this.signer = signer;
        this.logs = KnownLog.of(logs, clock);
        this.clock = clock;
    }

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public WitnessOutcome add(String body) {
        AddCheckpoint request;
        try {
            request = AddCheckpoint.parse(body);
        } catch (IllegalArgumentException malformed) {
            return new WitnessOutcome.Malformed(String.valueOf(malformed.getMessage()));
        }
        Checkpoint checkpoint = request.checkpoint();
        Optional<KnownLog> log = logs.stream()
                .filter(each -> each.origin().equals(checkpoint.origin()))
                .findFirst();
        if (log.isEmpty()) {
            return new WitnessOutcome.UnknownLog();
        }
        // Only what can be about a log costs it anything: nobody else's noise keeps it from being witnessed.
        if (log.get().additions().isExceeded()) {
            return new WitnessOutcome.Busy();
        }
        Optional<SignatureLine> signature = signature(request.note(), log.get().keys());
        if (signature.isEmpty()) {
            return new WitnessOutcome.Unsigned();
        }
        if (request.old() > checkpoint.size()) {
            return new WitnessOutcome.Malformed("the old size is larger than that of the checkpoint");
        }
        // Only what was checked is kept: whoever adds lines of others to a checkpoint finds none of them again.
        return judged(request, new SignedNote(request.note().text(), List.of(signature.get())));
    }

    @Override
    public WitnessedCheckpoint checkpoint(String originHash) {
        Optional<KnownLog> log = logs.stream()
                .filter(each -> each.originHash().equals(originHash))
                .findFirst();
        if (log.isEmpty()) {
            return new WitnessedCheckpoint.Unknown();
        }
        if (log.get().looks().isExceeded()) {
            return new WitnessedCheckpoint.Busy();
        }
        try (Connection connection = database.getConnection()) {
            return new WitnessedLogs(connection)
                    .note(log.get().origin())
                    .<WitnessedCheckpoint>map(WitnessedCheckpoint.Shown::new)
                    .orElseGet(WitnessedCheckpoint.Unknown::new);
        } catch (SQLException failure) {
            throw new LedgerException("what was witnessed of a log could not be read", failure);
        }
    }

    private WitnessOutcome judged(AddCheckpoint request, SignedNote signed) {
        Checkpoint checkpoint = request.checkpoint();
        try (Connection connection = database.getConnection()) {
            WitnessedLogs stored = new WitnessedLogs(connection);
            WitnessedLogs.Seen seen = stored.of(checkpoint.origin());
            boolean otherRoot = seen.size() == checkpoint.size() && !seen.root().equals(checkpoint.root());
            if (request.old() != seen.size() || (otherRoot && seen.size() > 0)) {
                return new WitnessOutcome.Conflict(seen.size());
            }
            ConsistencyProof proof = new ConsistencyProof(request.old(), checkpoint.size(), request.proof());
            if (otherRoot || !proof.holds(seen.root(), checkpoint.root())) {
                return new WitnessOutcome.Inconsistent();
            }
            Instant now = clock.instant();
            SignatureLine cosignature = signer.sign(signed.text(), now);
            // Remembered before it is released: what was signed and forgotten could be contradicted.
            return stored.advance(seen, signed.with(cosignature), now)
                    ? new WitnessOutcome.Cosigned(cosignature.text())
                    : new WitnessOutcome.Conflict(stored.of(checkpoint.origin()).size());
        } catch (SQLException failure) {
            throw new LedgerException("checkpoint of " + checkpoint.origin() + " could not be witnessed", failure);
        }
    }

    private static Optional<SignatureLine> signature(SignedNote note, List<NoteKey> known) {
        return known.stream()
                .filter(key -> NoteVerifier.verify(note, key) instanceof NoteVerifier.Verdict.Signed)
                .findFirst()
                .flatMap(note::signatureOf);
    }
}
