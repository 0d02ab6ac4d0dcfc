package io.writ.ledger;

import io.writ.ledger.persistence.Coverage;
import io.writ.ledger.persistence.LogSnapshot;
import io.writ.ledger.persistence.RecordMarks;
import io.writ.ledger.persistence.RunRows;
import io.writ.ledger.persistence.StoredRecord;
import java.io.IOException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Counts what was begun and what ended it while records go by, for a log that cannot be asked. Memory grows with runs and
 * intents, about a hundred bytes each. Several threads may add.
 */
final class RunTally {

    private static final String OPENED = "create_session";

    private final Optional<CountedRuns> counted;

    private RunTally(Optional<CountedRuns> counted) {
        this.counted = counted;
    }

    /** A tally for a log; one that counts nothing when the log can be asked, or does not hold all of it. */
    static RunTally of(LogSnapshot log) throws IOException, SQLException {
        Coverage coverage = log.coverage();
        Optional<Coverage.Stated> stated =
                log.runs().isEmpty() && coverage.isCountable() ? coverage.stated() : Optional.empty();
        return new RunTally(
                stated.isPresent()
                        ? Optional.of(new CountedRuns(stated.get().exportedAt(), log.pending()))
                        : Optional.empty());
    }

    /** A record says that this is when it was written; what is open is judged no earlier. */
    void sawTime(String occurredAt) {
        if (counted.isPresent() && !occurredAt.isEmpty()) {
            try {
                counted.get().sawTime(Instant.parse(occurredAt));
            } catch (DateTimeException none) {
                // It is compared as bytes elsewhere; here it only says nothing.
            }
        }
    }

    /** Why the time that an export gives cannot be that of its making. */
    Optional<String> misdated() {
        return counted.filter(runs -> runs.takenAt().isBefore(runs.now()))
                .map(runs -> "it says that it was written at " + runs.takenAt() + ", and a record in it is of "
                        + runs.now() + ": what was open is judged as of then");
    }

    Optional<RunRows> counted() {
        return counted.map(rows -> rows);
    }

    /** Adds a record; lane 0 when no entry stands for it. A notice belongs to no run. */
    void add(StoredRecord record, long lane, long seq) {
        if (counted.isEmpty() || record.tenant().isEmpty()) {
            return;
        }
        Optional<RecordMarks> marks = MarksOfText.of(record.canonical());
        if (marks.isPresent()) {
            var standing = new RunRows.Standing(record.id(), lane, seq);
            add(counted.get(), standing, marks.get(), record.canonical());
        }
    }

    private static void add(CountedRuns runs, RunRows.Standing standing, RecordMarks marks, byte[] canonical) {
        boolean opens = isNamed(canonical, "event", OPENED);
        marks.session().ifPresent(session -> runs.inRun(session, opens, marks));
        if (marks.kind() == EntryKind.INTENT.number()) {
            runs.intent(standing, marks.session().filter(_ -> opens), text(canonical, "due_at"));
        }
        marks.closes()
                .ifPresent(closes -> runs.ending(
                        new RunRows.Ending(standing, UUID.fromString(closes)),
                        marks.kind() == EntryKind.GAP.number(),
                        runText(canonical)));
    }

    private static boolean isNamed(byte[] canonical, String name, String value) {
        return text(canonical, name).equals(value);
    }

    private static String text(byte[] canonical, String name) {
        var members = new TopMembers(canonical);
        while (members.next()) {
            if (members.isNamed(name)) {
                return members.text();
            }
        }
        return "";
    }

    /** The member by which the end of a run states what it holds. */
    private static Optional<String> runText(byte[] canonical) {
        var members = new TopMembers(canonical);
        while (members.next()) {
            if (members.isNamed("run")) {
                return Optional.of("{\"run\":" + members.raw() + "}");
            }
        }
        return Optional.empty();
    }
}
