package io.writ.governance.persistence;

import io.writ.evidence.Digest;
import io.writ.ledger.LedgerEntry;
import io.writ.ledger.LedgerException;
import io.writ.ledger.append.LaneLease;
import io.writ.ledger.append.Lanes;
import java.util.concurrent.atomic.AtomicLong;

/** A lane of its own for every transaction, so that nothing must be learned of how it ended. */
public final class TestLanes implements Lanes {

    private static final AtomicLong LANES = new AtomicLong();

    private volatile boolean down;

    public void goDown() {
        down = true;
    }

    @Override
    public LaneLease lease() {
        if (down) {
            throw new LedgerException("leasing a lane");
        }
        long lane = LANES.incrementAndGet();
        AtomicLong seq = new AtomicLong();
        return (kind, record, leaf) ->
                new LedgerEntry(lane, seq.incrementAndGet(), kind, record, leaf, Digest.of(leaf.bytes()));
    }
}
