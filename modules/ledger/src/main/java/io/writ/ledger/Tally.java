package io.writ.ledger;

/** Counts what was verified and says so now and then. */
final class Tally {

    /** Often enough for a display, rare enough to cost nothing. */
    private static final long REPORT_EVERY = 1_000;

    private final VerificationProgress progress;
    private long entries;
    private long records;

    Tally(VerificationProgress progress) {
        this.progress = progress;
    }

    void countEntry() {
        entries++;
        report(entries);
    }

    void countRecord() {
        records++;
        report(records);
    }

    long entries() {
        return entries;
    }

    long records() {
        return records;
    }

    private void report(long count) {
        if (count % REPORT_EVERY == 0) {
            progress.reached(entries, records);
        }
    }
}
