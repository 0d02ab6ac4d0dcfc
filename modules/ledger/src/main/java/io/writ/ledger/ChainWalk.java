package io.writ.ledger;

import io.writ.ledger.persistence.EntryView;
import io.writ.ledger.persistence.EntryVisitor;
import io.writ.ledger.persistence.LaneRow;
import io.writ.ledger.persistence.LogSnapshot.ChainHead;
import java.util.Map;

/**
 * Re-hashes entries, lane by lane, and stops in each lane at the first that does not follow from the one before, or follows
 * a seal. Where it begins within a lane it takes the entry before as it is stored: whoever walks that part finds out whether it is right.
 */
final class ChainWalk implements EntryVisitor {

    private final Map<Long, LaneRow> lanes;
    private final Map<Long, ChainHead> heads;
    private final Findings findings;
    private final Tally.Count count;
    private final EntryHash hash = new EntryHash();
    private boolean entered;
    private long lane;
    private long seq;
    private boolean broken;
    private boolean sealed;

    /**
     * A walk.
     *
     * @param lanes as they were opened
     * @param heads where lanes begin that do not begin at their genesis
     */
    ChainWalk(Map<Long, LaneRow> lanes, Map<Long, ChainHead> heads, Findings findings, Tally.Count count) {
        this.lanes = lanes;
        this.heads = heads;
        this.findings = findings;
        this.count = count;
    }

    @Override
    public void resume(EntryView before) {
        if (lanes.containsKey(before.lane())) {
            entered = true;
            lane = before.lane();
            seq = before.seq();
            sealed = isSeal(before);
            hash.follow(before);
        }
    }

    @Override
    public boolean visit(EntryView entry) {
        if (!entered || lane != entry.lane()) {
            enter(entry);
        }
        if (broken) {
            return false;
        }
        seq++;
        if (entry.seq() != seq) {
            return stop(Verdict.GAP_UNDISCLOSED, seq, "it is missing, the next one is " + entry.seq());
        }
        if (sealed) {
            return stop(Verdict.FORKED, seq, "it stands behind the seal of its lane");
        }
        if (!hash.isFollowedBy(entry)) {
            return stop(Verdict.FORKED, seq, "its hash does not follow from the entry before, its kind and its leaf");
        }
        sealed = isSeal(entry);
        count.entry();
        return true;
    }

    private void enter(EntryView entry) {
        entered = true;
        lane = entry.lane();
        broken = false;
        sealed = false;
        LaneRow opened = lanes.get(entry.lane());
        ChainHead head = heads.get(entry.lane());
        if (opened == null) {
            stop(Verdict.GAP_UNDISCLOSED, entry.seq(), "its lane was never opened");
        } else if (head == null) {
            seq = 0;
            hash.follow(opened.genesis());
        } else {
            seq = head.seq();
            hash.follow(head.entry());
        }
    }

    private static boolean isSeal(EntryView entry) {
        return entry.kind() == EntryKind.LANE_SEAL.number();
    }

    private boolean stop(Verdict verdict, long at, String what) {
        broken = true;
        findings.inLane(verdict, lane, at, what);
        return false;
    }
}
