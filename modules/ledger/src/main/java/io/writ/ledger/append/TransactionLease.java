package io.writ.ledger.append;

import io.writ.evidence.Digest;
import io.writ.ledger.EntryKind;
import io.writ.ledger.LedgerEntry;
import io.writ.ledger.LedgerException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.util.UUID;

/** A lane in the hands of one transaction. The head moves when the commit is known, never before. */
final class TransactionLease implements LaneLease, Synchronization {

    private final LanePool pool;
    private final Lane lane;

    // A transaction that times out ends on a thread of the transaction service.
    private volatile LaneHead reached;
    private volatile boolean ended;

    TransactionLease(LanePool pool, Lane lane) {
        this.pool = pool;
        this.lane = lane;
        this.reached = lane.head();
    }

    @Override
    public LedgerEntry next(EntryKind kind, UUID recordId, Digest leaf) {
        if (ended) {
            throw new LedgerException("the transaction that leased a lane ended before record " + recordId);
        }
        LedgerEntry entry = reached.next(kind, recordId, leaf);
        reached = LaneHead.at(entry);
        return entry;
    }

    @Override
    public void beforeCompletion() {
        // Entries are rows of the caller's own statements: nothing is left to write.
    }

    @Override
    public void afterCompletion(int status) {
        ended = true;
        switch (status) {
            case Status.STATUS_COMMITTED -> {
                lane.advance(reached);
                pool.giveBack(lane);
            }
            case Status.STATUS_ROLLEDBACK -> {
                if (!reached.equals(lane.head())) {
                    lane.doubt();
                }
                pool.giveBack(lane);
            }
            default -> pool.retire(lane);
        }
    }

    /** Ends a lease that no transaction knows of. */
    void abandon() {
        ended = true;
        pool.giveBack(lane);
    }
}
