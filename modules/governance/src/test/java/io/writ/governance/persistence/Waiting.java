package io.writ.governance.persistence;

import io.writ.evidence.EvidenceUnit;
import io.writ.evidence.Label;
import io.writ.governance.TenantId;
import io.writ.governance.session.Progress;
import io.writ.governance.session.SessionFacts;
import java.time.Duration;
import java.util.Optional;

/** Decisions as they wait for a writer. */
final class Waiting {

    private static final Duration SOON = Duration.ofSeconds(20);

    private Waiting() {}

    /** A call of somebody who knows that the session holds what is internal. */
    static Queued<Progress> call(SessionFacts session, long bytes, EvidenceUnit... units) {
        return call(session, Samples.INTERNAL, bytes, units);
    }

    static Queued<Progress> call(SessionFacts session, Label seen, long bytes, EvidenceUnit... units) {
        var charge = new Charge(session.key(), seen, Samples.INTERNAL, bytes, units.length, Samples.NOW);
        return new Queued<>(
                new CallGate(charge),
                stored(Samples.row(
                        session.key().tenant(), Optional.of(session.key().session()), units)));
    }

    static Queued<Integer> note(SessionFacts session) {
        return note(
                Samples.row(session.key().tenant(), Optional.of(session.key().session())));
    }

    static Queued<Integer> note(TenantId tenant) {
        return note(Samples.row(tenant, Optional.empty()));
    }

    static Queued<Integer> note(DecisionRow row) {
        return new Queued<>(new NoteGate(row), stored(row));
    }

    static Storable stored(DecisionRow row) {
        return Storable.of(row, TestDatabase.keys().sealed(row.tenant(), row.personal()));
    }

    static <T> Queued.Word<T> word(Queued<T> pending) {
        try {
            return pending.await(SOON).orElseThrow(() -> new AssertionError("nobody said a word"));
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    static <T> Queued.Word<T> recorded(T value) {
        return new Queued.Word.Done<>(new Attempt.Recorded<>(value));
    }

    static <T> Queued.Word<T> alone() {
        return new Queued.Word.Alone<>();
    }
}
