package io.writ.ledger.persistence;

import java.time.Instant;
import java.util.Optional;

/**
 * How much of a log a snapshot holds.
 *
 * @param fromSize leaves of the tree before it
 * @param whole whether it goes on to the newest entry
 * @param records whose records are in it
 * @param stated what it says of itself; empty for the log itself
 */
public record Coverage(long fromSize, boolean whole, RecordScope records, Optional<Stated> stated) {

    /** What an export says of itself, unsigned. */
    public record Stated(Instant exportedAt, long treeSize) {}

    /** The log itself. */
    public static Coverage ofTheLog() {
        return new Coverage(0, true, new RecordScope.All(), Optional.empty());
    }

    /** Whether it is the log as it stands, and not what was taken of it once. */
    public boolean isTheLog() {
        return stated.isEmpty();
    }

    /** Whether each entry is in it, each record, and the tree from its first leaf. */
    public boolean isComplete() {
        return isFromEndToEnd() && records instanceof RecordScope.All;
    }

    /** Whether what was begun and what ended it is in it; a run belongs to one tenant, so its records are all here or none. */
    public boolean isCountable() {
        return isFromEndToEnd()
                && switch (records) {
                    case RecordScope.All _, RecordScope.OfTenant _ -> true;
                    case RecordScope.NoticesOnly _ -> false;
                };
    }

    private boolean isFromEndToEnd() {
        return fromSize == 0 && whole;
    }
}
