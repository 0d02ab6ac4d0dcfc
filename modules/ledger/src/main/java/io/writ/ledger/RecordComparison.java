package io.writ.ledger;

import io.writ.ledger.persistence.EntryRow;
import io.writ.ledger.persistence.EntryView;
import io.writ.ledger.persistence.RecordVisitor;
import io.writ.ledger.persistence.StoredRecord;
import java.util.Optional;
import java.util.Queue;

/** Compares each record with the leaf of its entry, and what it says of itself with where it is stored. */
final class RecordComparison implements RecordVisitor {

    private final Findings findings;
    private final Tally.Count count;
    private final RunTally runs;
    private final NoticeWalk notices;
    private final Queue<EntryRow> missing;
    private final LeafHash hash = new LeafHash();

    /**
     * A comparison.
     *
     * @param runs counts what was begun and what ended it, of records that hold
     * @param notices reads what the log says about itself
     * @param missing takes entries whose record should be there
     */
    RecordComparison(Findings findings, Tally.Count count, RunTally runs, NoticeWalk notices, Queue<EntryRow> missing) {
        this.findings = findings;
        this.count = count;
        this.runs = runs;
        this.notices = notices;
        this.missing = missing;
    }

    @Override
    public void visitWithEntry(StoredRecord record, EntryView entry) {
        count.record(record);
        RecordIdentity own = RecordIdentity.in(record.canonical());
        runs.sawTime(own.occurredAt());
        if (own.isCounted()) {
            runs.add(record, entry.lane(), entry.seq());
        }
        Optional<String> problem = problem(record, own, entry);
        problem.ifPresent(what -> findings.inLane(Verdict.FORKED, entry.lane(), entry.seq(), what));
        if (problem.isEmpty() && record.tenant().isEmpty()) {
            notices.see(record, entry);
        }
    }

    @Override
    public void visitWithoutEntry(StoredRecord record) {
        count.record(record);
        runs.add(record, 0, 0);
        findings.recordWithoutEntry(record.id());
    }

    @Override
    public void visitWithoutRecord(EntryView entry) {
        missing.add(entry.row());
    }

    private Optional<String> problem(StoredRecord record, RecordIdentity own, EntryView entry) {
        if (!hash.isOf(record.canonical(), entry)) {
            return Optional.of("its record " + record.id() + " is not the one that was hashed");
        }
        if (!record.id().equals(entry.recordId())) {
            return Optional.of("it names record " + entry.recordId() + " and stands for record " + record.id());
        }
        if (own.isCopy(record)) {
            return Optional.of("its record " + record.id() + " is a copy of record " + own.recordId());
        }
        if (own.isElsewhere(record) || hasOtherMarks(record)) {
            return Optional.of("columns of its record " + record.id() + " say otherwise than the text that was hashed");
        }
        return own.isOfOtherKind(entry)
                ? Optional.of("its record " + record.id() + " calls itself " + own.kind()
                        + ", and the entry is of kind " + entry.kind())
                : Optional.empty();
    }

    private static boolean hasOtherMarks(StoredRecord record) {
        return record.marks().isPresent()
                && MarksOfText.of(record.canonical())
                        .filter(record.marks().get()::agreesWith)
                        .isEmpty();
    }
}
