package io.writ.governance.persistence;

import io.writ.governance.GovernanceException;
import io.writ.governance.RefusalReason;
import io.writ.governance.persistence.RecordingTransaction.Ending;
import io.writ.ledger.append.Lanes;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Path G: writes batches, and tells every caller what became of its decision. */
final class BatchRecording {

    private static final Logger LOG = System.getLogger(BatchRecording.class.getName());

    private final RecordingTransaction transactions;
    private final Lanes lanes;
    private final SingleRecording single;
    private final StoredDecisions stored;

    BatchRecording(RecordingTransaction transactions, Lanes lanes, SingleRecording single, StoredDecisions stored) {
        this.transactions = transactions;
        this.lanes = lanes;
        this.single = single;
        this.stored = stored;
    }

    /** Of one tenant, at least one. All of them have been told something when this returns. */
    void write(List<Queued<?>> batch) {
        if (batch.size() == 1) {
            one(batch.getFirst());
            return;
        }
        switch (transactions.run(new Batch(lanes, batch))) {
            case Ending.Committed<List<Passed<?>>>(List<Passed<?>> passed) -> {
                passed.forEach(Passed::recorded);
                handBackOthers(batch, passed);
            }
            case Ending.RolledBack<List<Passed<?>>> _ -> batch.forEach(Queued::handBack);
            case Ending.Failed<List<Passed<?>>>(RefusalReason reason) -> lost(batch, reason);
            case Ending.Refused<List<Passed<?>>>(SQLException why) -> refused(batch, why);
            case Ending.Unconfirmed<List<Passed<?>>>(List<Passed<?>> passed) -> {
                confirm(passed);
                handBackOthers(batch, passed);
            }
        }
    }

    /** As one statement, which costs a round trip less than a batch. */
    private <T> void one(Queued<T> decision) {
        single.writeImpatiently(decision.gate(), decision.stored())
                .ifPresentOrElse(decision::settle, decision::handBack);
    }

    /**
     * One of them cannot be stored, and the others must not suffer: halves are tried, down to the one. A server that
     * is going away or has no room refuses halves just the same, so then it is over.
     */
    private void refused(List<Queued<?>> batch, SQLException why) {
        if (!FailureLog.isAboutRows(why)) {
            FailureLog.log(LOG, Level.ERROR, "the database refused a batch of " + batch.size() + " decisions", why);
            lost(batch, RefusalReason.LEDGER_DOWN);
            return;
        }
        // Without the exception: what the database quotes may be content.
        LOG.log(
                Level.WARNING,
                "a batch of {0} decisions was refused with state {1} and is written in halves",
                batch.size(),
                why.getSQLState());
        int middle = batch.size() / 2;
        write(batch.subList(0, middle));
        write(batch.subList(middle, batch.size()));
    }

    private void confirm(List<Passed<?>> passed) {
        List<UUID> ids = passed.stream().map(BatchRecording::id).toList();
        try {
            Set<UUID> found = stored.among(passed.getFirst().decision().tenant(), ids);
            for (Passed<?> one : passed) {
                if (found.contains(id(one))) {
                    one.recorded();
                } else {
                    one.decision().settle(new Attempt.Lost<>(RefusalReason.LEDGER_DOWN));
                }
            }
        } catch (GovernanceException databaseDown) {
            FailureLog.log(
                    LOG, Level.ERROR, "whether " + ids.size() + " decisions are recorded is not known", databaseDown);
            lost(passed.stream().<Queued<?>>map(Passed::decision).toList(), RefusalReason.DATABASE_DOWN);
        }
    }

    private static UUID id(Passed<?> passed) {
        return passed.decision().stored().row().id();
    }

    /** What did not pass with the others is put to its own gate by its own caller, which hears the reason. */
    private static void handBackOthers(List<Queued<?>> batch, List<Passed<?>> passed) {
        Set<Queued<?>> told = new HashSet<>();
        passed.forEach(one -> told.add(one.decision()));
        batch.stream().filter(decision -> !told.contains(decision)).forEach(Queued::handBack);
    }

    static void lost(Collection<Queued<?>> decisions, RefusalReason reason) {
        decisions.forEach(decision -> decision.settle(new Attempt.Lost<>(reason)));
    }
}
