package io.writ.ledger;

import io.writ.ledger.persistence.EntryVisitor;
import io.writ.ledger.persistence.LaneRow;
import java.security.MessageDigest;

/** Re-hashes one lane in order and stops at the first entry that does not follow from the one before, or follows a seal. */
final class ChainWalk implements EntryVisitor {

    private final long lane;
    private final Findings findings;
    private final Tally tally;
    private long seq;
    private byte[] previous;
    private boolean sealed;

    ChainWalk(LaneRow lane, Findings findings, Tally tally) {
        this.lane = lane.lane();
        this.previous = lane.genesis().bytes();
        this.findings = findings;
        this.tally = tally;
    }

    @Override
    public boolean visit(long storedSeq, byte kind, byte[] leaf, byte[] entry) {
        seq++;
        if (storedSeq != seq) {
            findings.inLane(Verdict.GAP_UNDISCLOSED, lane, seq, "it is missing, the next one is " + storedSeq);
            return false;
        }
        if (sealed) {
            findings.inLane(Verdict.FORKED, lane, seq, "it stands behind the seal of its lane");
            return false;
        }
        byte[] expected = LedgerHash.entryBytes(previous, lane, seq, kind, leaf);
        if (!MessageDigest.isEqual(expected, entry)) {
            findings.inLane(
                    Verdict.FORKED, lane, seq, "its hash does not follow from the entry before, its kind and its leaf");
            return false;
        }
        previous = entry;
        sealed = kind == EntryKind.LANE_SEAL.number();
        tally.countEntry();
        return true;
    }
}
