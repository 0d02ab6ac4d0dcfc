package io.writ.ledger;

import io.writ.ledger.persistence.RecordScope;
import io.writ.ledger.persistence.StoredRecord;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;

/** Counts what was verified, by several threads, and says so now and then. */
final class Tally {

    /** Often enough for a display, rare enough to cost nothing. */
    private static final int REPORT_EVERY = 1_000;

    private final VerificationProgress progress;
    private final ReentrantLock reporting = new ReentrantLock();
    private final LongAdder entries = new LongAdder();
    private final LongAdder records = new LongAdder();
    private final Optional<String> tenant;
    private volatile boolean sawTenant;

    Tally(VerificationProgress progress, RecordScope scope) {
        this.progress = progress;
        this.tenant = scope instanceof RecordScope.OfTenant(String only) ? Optional.of(only) : Optional.empty();
        this.sawTenant = tenant.isEmpty();
    }

    /** What one thread counts in one part of the log; added when it is closed, and now and then before. */
    Count count() {
        return new Count();
    }

    long entries() {
        return entries.sum();
    }

    long records() {
        return records.sum();
    }

    /** Whether a record of the one tenant went by whose records should be there; true where those of all should. */
    boolean sawTenant() {
        return sawTenant;
    }

    /** Numbers of one thread. */
    final class Count implements AutoCloseable {

        private int newEntries;
        private int newRecords;

        private Count() {}

        void entry() {
            newEntries++;
            if (newEntries >= REPORT_EVERY) {
                report();
            }
        }

        void record(StoredRecord record) {
            newRecords++;
            if (!sawTenant && record.tenant().equals(tenant)) {
                sawTenant = true;
            }
            if (newRecords >= REPORT_EVERY) {
                report();
            }
        }

        private void report() {
            close();
            // Whoever comes while another thread reports has nothing newer to say.
            if (reporting.tryLock()) {
                try {
                    progress.reached(entries(), records());
                } finally {
                    reporting.unlock();
                }
            }
        }

        @Override
        public void close() {
            entries.add(newEntries);
            records.add(newRecords);
            newEntries = 0;
            newRecords = 0;
        }
    }
}
