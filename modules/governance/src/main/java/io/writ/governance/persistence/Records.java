package io.writ.governance.persistence;

import io.writ.governance.GovernanceException;
import io.writ.governance.Measurement;
import io.writ.governance.RecordingConfig;
import io.writ.governance.RefusalReason;
import io.writ.governance.session.Progress;
import io.writ.ledger.append.Lanes;
import java.util.List;
import javax.sql.DataSource;

/** Writes decisions, each with its ledger entry or not at all. */
public final class Records implements AutoCloseable {

    private final Recording recording;
    private final SubjectKeys keys;
    private final Measurement.Gauges gauges;
    private final Runnable end;

    private Records(Recording recording, SubjectKeys keys, Measurement.Gauges gauges, Runnable end) {
        this.keys = keys;
        this.recording = recording;
        this.gauges = gauges;
        this.end = end;
    }

    /** Each decision in a transaction of its own. */
    public static Records oneByOne(
            RecordingTransaction transactions, Lanes lanes, DataSource database, SubjectKeys keys) {
        SingleRecording single = new SingleRecording(transactions, lanes, new StoredDecisions(database));
        return new Records(single, keys, List::of, () -> {});
    }

    /** Decisions that come at the same time share a transaction. */
    public static Records inGroups(
            RecordingTransaction transactions,
            Lanes lanes,
            DataSource database,
            SubjectKeys keys,
            RecordingConfig config) {
        StoredDecisions stored = new StoredDecisions(database);
        SingleRecording single = new SingleRecording(transactions, lanes, stored);
        GroupRecording groups =
                new GroupRecording(single, new BatchRecording(transactions, lanes, single, stored), config);
        groups.start(config);
        return new Records(groups, keys, new GroupGauges(groups), groups::close);
    }

    /** Records an answered call and charges its session for it. */
    public Attempt<Progress> call(Charge charge, DecisionRow row) {
        return write(new CallGate(charge), row);
    }

    /** Records the opening of a session, with the session. */
    public Attempt<String> open(NewSession session, DecisionRow row) {
        return write(new OpenGate(session, row, standing(row, Standing.Intent.class)), row);
    }

    /** Records the end of a session, once, and if what it states of the run is all of it. */
    public Attempt<String> close(Closing closing, DecisionRow row) {
        return write(new CloseGate(closing, standing(row, Standing.Ending.class)), row);
    }

    /** Records that a session has no end, once, and if what it states of the run is all of it. */
    public Attempt<String> lapse(DecisionRow row) {
        Standing.Ending gap = standing(row, Standing.Ending.class);
        return write(new LapseGate(row, gap, gap.run().orElseThrow()), row);
    }

    /**
     * Records something that costs nobody anything: a refusal, or a question about policy or the archive. About a run
     * that has ended only {@link Standing#decisionAfterEnd} is recorded, and about one that is open only anything else.
     */
    public Attempt<Integer> note(DecisionRow row) {
        return write(new NoteGate(row), row);
    }

    /** Announces an effect before it happens. Whoever announces it settles it, or it becomes a gap when it is due. */
    public Attempt<Integer> intend(DecisionRow row) {
        return write(new IntentGate(row, standing(row, Standing.Intent.class)), row);
    }

    /** Ends an announced effect, once; closed when it has an end already. */
    public Attempt<Integer> settle(DecisionRow row) {
        return write(new SettleGate(row, standing(row, Standing.Ending.class)), row);
    }

    /** How decisions were grouped. */
    public List<Measurement> measurements() {
        return gauges.now();
    }

    /** Takes no more decisions; whatever still waits is refused. */
    @Override
    public void close() {
        end.run();
    }

    private <T> Attempt<T> write(Gate<T> gate, DecisionRow row) {
        List<SealedValue> personal;
        try {
            personal = keys.sealed(row.tenant(), row.personal());
        } catch (GovernanceException databaseDown) {
            return new Attempt.Lost<>(RefusalReason.DATABASE_DOWN);
        }
        return recording.write(gate, Storable.of(row, personal));
    }

    private static <S extends Standing> S standing(DecisionRow row, Class<S> needed) {
        if (!needed.isInstance(row.standing())) {
            throw new IllegalArgumentException(
                    "record " + row.id() + " is a " + row.standing().wireName());
        }
        return needed.cast(row.standing());
    }
}
