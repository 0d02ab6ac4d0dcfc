package io.writ.ledger.retention;

import io.writ.evidence.Digest;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.UUID;

/**
 * What a notice of retention says.
 *
 * @param from the smallest id of a record that may be retired
 * @param below the smallest one that may not
 * @param records how many records were retired
 * @param root of the RFC 6962 tree over their leaves, in the order of their ids
 */
public record RetiredRange(UUID from, UUID below, long records, Digest root) {

    /**
     * Whether the range is of whole months (UTC) that were over when the notice was written. Nothing else is ever retired,
     * so a notice over anything else hides a deletion.
     */
    public boolean isOfPastMonths(Instant noticed) {
        return isFirstOfMonth(from) && isFirstOfMonth(below) && !noticed.isBefore(RecordIds.moment(below));
    }

    /** First moment of what is retired. */
    public Instant begin() {
        return RecordIds.moment(from);
    }

    /** First moment of what is not. */
    public Instant end() {
        return RecordIds.moment(below);
    }

    private static boolean isFirstOfMonth(UUID bound) {
        ZonedDateTime time = RecordIds.moment(bound).atZone(ZoneOffset.UTC);
        boolean lowest = (bound.getMostSignificantBits() & 0xffffL) == 0 && bound.getLeastSignificantBits() == 0;
        return lowest && time.getDayOfMonth() == 1 && time.toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    /** Whether a record of this id may have been retired by it. */
    public boolean covers(UUID recordId) {
        return RecordIds.AS_STORED.compare(recordId, from) >= 0 && RecordIds.AS_STORED.compare(recordId, below) < 0;
    }
}
