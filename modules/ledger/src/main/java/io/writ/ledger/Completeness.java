package io.writ.ledger;

import io.writ.evidence.StrictJson;
import io.writ.evidence.WireFormatException;
import io.writ.ledger.persistence.RunRows;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Checks that what was begun has an end: each intent that is due one outcome or one gap, each end an intent, and each run
 * exactly the records that its end states. Integrity says that nothing was changed; this says that nothing was left out.
 */
final class Completeness {

    /** A server that runs writes a gap half a minute after the deadline, and looks every few seconds. */
    private static final Duration SWEPT_AFTER = Duration.ofMinutes(2);

    private final RunRows stored;
    private final Findings findings;
    private final RetiredRecords retired;
    private long open;

    Completeness(RunRows stored, Findings findings, RetiredRecords retired) {
        this.stored = stored;
        this.findings = findings;
        this.retired = retired;
    }

    CompletenessReport check() throws IOException, SQLException {
        stored.unended(this::unended);
        stored.endingsWithoutIntent(this::withoutIntent);
        stored.furtherEndings(ending -> add(
                Verdict.FORKED, ending.standing(), "it ends intent " + ending.closes() + ", which has an end already"));
        stored.runs(this::run);
        stored.gaps(gap ->
                add(Verdict.GAP_DISCLOSED, gap.standing(), "intent " + gap.closes() + " had no outcome in time"));
        RunRows.Totals totals = stored.totals();
        return new CompletenessReport(totals.intents(), totals.outcomes(), totals.gaps(), open);
    }

    private void unended(RunRows.Unended intent) {
        Optional<Instant> due = due(intent.canonical());
        if (due.isEmpty()) {
            add(Verdict.GAP_UNDISCLOSED, intent.standing(), "it is an intent and does not say when it is due");
            return;
        }
        boolean pending = intent.pendingUntil()
                .filter(until -> intent.now().isBefore(until.plus(SWEPT_AFTER)))
                // A deadline is written by a node's clock. The server's table of open intents excuses for no longer
                // than
                // clocks explain: its owner can change it.
                .filter(_ -> intent.now().isBefore(due.get().plus(ClockSkew.MAX)))
                .isPresent();
        if (pending || intent.now().isBefore(due.get().plus(SWEPT_AFTER))) {
            open++;
        } else {
            add(
                    Verdict.GAP_UNDISCLOSED,
                    intent.standing(),
                    "intent " + intent.standing().recordId() + " was due at " + due.get()
                            + " and has neither outcome nor gap; a running server writes the gap");
        }
    }

    private void withoutIntent(RunRows.Ending ending) {
        if (!retired.mayHold(ending.closes())) {
            add(
                    Verdict.GAP_UNDISCLOSED,
                    ending.standing(),
                    "it ends intent " + ending.closes() + ", which is not there");
        }
    }

    private void run(RunRows.Run run) {
        if (!run.opened()) {
            if (SessionTime.firstRecord(run.session()).filter(retired::mayHold).isPresent()) {
                // Its beginning was retired, and with it what its end would have to count.
                return;
            }
            findings.add(new Finding(
                    Verdict.GAP_UNDISCLOSED,
                    new Place.OfRun(run.session()),
                    "records belong to it and none says that it was opened"));
        } else if (run.end().isPresent()) {
            ended(run, run.end().get());
        }
    }

    private void ended(RunRows.Run run, RunRows.Standing end) {
        Optional<Counts> stated = run.canonical().flatMap(Completeness::counts);
        // The end counts everything before it, and is in the run itself.
        Counts found = new Counts(run.records() - 1, run.answered(), run.units());
        if (stated.isEmpty()) {
            add(Verdict.GAP_UNDISCLOSED, end, "it ends run " + run.session() + " and does not say what that holds");
        } else if (!stated.get().equals(found)) {
            add(
                    Verdict.GAP_UNDISCLOSED,
                    end,
                    "it ends run " + run.session() + " with " + stated.get() + ", and there are " + found);
        }
    }

    private void add(Verdict verdict, RunRows.Standing standing, String what) {
        Place place = standing.lane() == 0
                ? new Place.OfRecord(standing.recordId())
                : new Place.OfEntry(standing.lane(), standing.seq());
        findings.add(new Finding(verdict, place, what));
    }

    private static Optional<Instant> due(String canonical) {
        try {
            return Optional.of(Instant.parse(StrictJson.parseObject(canonical).getString("due_at", "")));
        } catch (WireFormatException | DateTimeException | ClassCastException none) {
            return Optional.empty();
        }
    }

    private static Optional<Counts> counts(String canonical) {
        try {
            JsonObject run = StrictJson.parseObject(canonical).getJsonObject("run");
            return Optional.ofNullable(run)
                    .map(counts -> new Counts(
                            counts.getInt("records", -1),
                            counts.getInt("answered", -1),
                            counts.getInt("evidence", -1)));
        } catch (WireFormatException | ClassCastException none) {
            return Optional.empty();
        }
    }

    private record Counts(long records, long answered, long units) {
        @Override
        public String toString() {
            return records + " records, " + answered + " answered calls and " + units + " evidence units";
        }
    }
}
