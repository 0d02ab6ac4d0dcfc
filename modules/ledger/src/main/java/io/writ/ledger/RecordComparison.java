package io.writ.ledger;

import io.writ.ledger.persistence.RecordVisitor;
import java.security.MessageDigest;
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
    public void visitWithEntry(UUID recordId, byte[] canonical, long lane, long seq, byte[] leaf) {
        tally.countRecord();
        if (!MessageDigest.isEqual(LedgerHash.leafBytes(canonical), leaf)) {
            findings.inLane(Verdict.FORKED, lane, seq, "its record " + recordId + " is not the one that was hashed");
        }
    }

    @Override
    public void visitWithoutEntry(UUID recordId) {
        tally.countRecord();
        findings.recordWithoutEntry(recordId);
    }
}
