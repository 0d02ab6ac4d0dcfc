package io.writ.ledger;

import io.writ.ledger.notice.Retention;
import io.writ.ledger.retention.RetiredRange;

/** A notice that bodies were retired, and where it stands. */
record RetiredNotice(Retention retention, long lane, long seq) {

    RetiredRange range() {
        return retention.range();
    }

    /** Leaves of the tree that held all that was retired. */
    long coveredSize() {
        return retention.covering().size();
    }
}
