package io.writ.ledger.witness;

import io.writ.ledger.LedgerException;
import io.writ.ledger.Witness;
import io.writ.ledger.WitnessOutcome;
import io.writ.ledger.anchor.AddCheckpoint;
import io.writ.ledger.anchor.OriginHash;
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

    /** Signature checks and look-ups of one process in a second, for callers that nobody knows. */
    private static final int REQUESTS_PER_SECOND_MAX = 50;

    private final DataSource database;
    private final NoteSigner signer;
    private final List<NoteKey> logs;
    private final Clock clock;
    private final Pace pace;

    DatabaseWitness(DataSource database, NoteSigner signer, List<NoteKey> logs, Clock clock) {
        this.database = database;
        this.signer = signer;
        this.logs = List.copyOf(logs);
        this.clock = clock;
        this.pace = new Pace(clock, REQUESTS_PER_SECOND_MAX);
    }

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public WitnessOutcome add(String body) {
        if (pace.isExceeded()) {
            return new WitnessOutcome.Busy();
        }
        AddCheckpoint request;
        try {
            request = AddCheckpoint.parse(body);
        } catch (IllegalArgumentException malformed) {
            return new WitnessOutcome.Malformed(String.valueOf(malformed.getMessage()));
        }
        Checkpoint checkpoint = request.checkpoint();
        List<NoteKey> known = logs.stream()
                .filter(key -> key.name().equals(checkpoint.origin()))
                .toList();
        if (known.isEmpty()) {
            return new WitnessOutcome.UnknownLog();
        }
        Optional<SignatureLine> signature = signature(request.note(), known);
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
    public Optional<String> checkpoint(String originHash) {
        Optional<String> origin = logs.stream()
                .map(NoteKey::name)
                .filter(name -> OriginHash.of(name).equals(originHash))
                .findFirst();
        if (origin.isEmpty()) {
            return Optional.empty();
        }
        try (Connection connection = database.getConnection()) {
            return new WitnessedLogs(connection).note(origin.get());
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
