package io.writ.ledger;

import io.writ.ledger.persistence.RecordMarks;
import io.writ.ledger.persistence.RecordVisitor;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;

/** Compares each record with the leaf of its entry. */
final class RecordComparison implements RecordVisitor {

    private final Findings findings;
    private final Tally tally;

    RecordComparison(Findings findings, Tally tally) {
        this.findings = findings;
        this.tally = tally;
    }

    @Override
    public void visitWithEntry(EntryPlace entry, byte[] canonical, byte[] leaf, Optional<RecordMarks> marks) {
        tally.countRecord();
        if (!MessageDigest.isEqual(LedgerHash.leafBytes(canonical), leaf)) {
            offends(entry, "its record " + entry.recordId() + " is not the one that was hashed");
        } else if (marks.isPresent() && !agree(MarksOfText.of(canonical), marks.get())) {
            offends(
                    entry,
                    "columns of its record " + entry.recordId() + " say otherwise than the text that was hashed");
        }
    }

    private static boolean agree(Optional<RecordMarks> text, RecordMarks columns) {
        return text.filter(columns::agreesWith).isPresent();
    }

    private void offends(EntryPlace entry, String what) {
        findings.inLane(Verdict.FORKED, entry.lane(), entry.seq(), what);
    }

    @Override
    public void visitWithoutEntry(UUID recordId) {
        tally.countRecord();
        findings.recordWithoutEntry(recordId);
    }
}
