package io.writ.ledger.append;

/** A lane of this process with its head. One lease at a time touches it; the pool hands it from thread to thread. */
final class Lane {

    private LaneHead head;
    private boolean doubtful;
    private long alarmsHeard;

    Lane(LaneHead head) {
        this.head = head;
    }

    LaneHead head() {
        return head;
    }

    void advance(LaneHead committed) {
        head = committed;
    }

    /**
     * A rollback was reported after an entry had been handed out. The report may be wrong when the connection broke
     * during the commit, so the head has to be compared with the database before it is used again.
     */
    void doubt() {
        doubtful = true;
    }

    /** Whether the head was not compared with the database since there was a reason to. */
    boolean isDoubtful(long alarms) {
        return doubtful || alarmsHeard < alarms;
    }

    /**
     * The head is that of the database.
     *
     * @param alarms that had been raised before it was looked at
     */
    void trust(long alarms) {
        doubtful = false;
        alarmsHeard = alarms;
    }
}
