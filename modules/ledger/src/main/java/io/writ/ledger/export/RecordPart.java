package io.writ.ledger.export;

import io.writ.ledger.persistence.EntryView;
import io.writ.ledger.persistence.LogPart;
import io.writ.ledger.persistence.RecordScope;
import io.writ.ledger.persistence.RecordVisitor;
import java.io.IOException;
import java.util.Optional;

/**
 * The records of one file, walked side by side with the entries they stand at: both are in the same order.
 *
 * @param file empty when there is no file of records, but entries that should have some
 * @param fromEntry number of the first entry of this part
 * @param toEntry number of the first entry of the next part
 */
record RecordPart(Optional<Region> file, Table entries, long fromEntry, long toEntry, RecordScope scope)
        implements LogPart<RecordVisitor> {

    /** Numbers of kinds above this one are notices, which belong to nobody and are always exported. */
    private static final int RECORD_KIND_MAX = 5;

    @Override
    public void show(RecordVisitor visitor) throws IOException {
        var scan = new EntryScan(entries, fromEntry, toEntry);
        boolean more = scan.next();
        boolean matched = false;
        if (file.isPresent()) {
            var records = new RecordScan(file.get());
            while (records.next()) {
                while (more && isBefore(scan.entry(), records)) {
                    if (!matched) {
                        missing(scan.entry(), visitor);
                    }
                    matched = false;
                    more = scan.next();
                }
                boolean here = more
                        && scan.entry().lane() == records.lane()
                        && scan.entry().seq() == records.seq();
                matched |= here;
                if (here) {
                    visitor.visitWithEntry(records.record(), scan.entry());
                } else {
                    visitor.visitWithoutEntry(records.record());
                }
            }
        }
        while (more) {
            if (!matched) {
                missing(scan.entry(), visitor);
            }
            matched = false;
            more = scan.next();
        }
    }

    private void missing(EntryView entry, RecordVisitor visitor) {
        boolean exported = switch (scope) {
            case RecordScope.All _ -> true;
            case RecordScope.OfTenant _, RecordScope.NoticesOnly _ -> entry.kind() > RECORD_KIND_MAX;
        };
        if (exported) {
            visitor.visitWithoutRecord(entry);
        }
    }

    private static boolean isBefore(EntryView entry, RecordScan record) {
        return entry.lane() < record.lane() || (entry.lane() == record.lane() && entry.seq() < record.seq());
    }
}
