package io.writ.ledger.retention;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/** What the id of a record, a UUIDv7, tells: when it was made, and what comes before and after it. */
public final class RecordIds {

    /** As the database orders them: by their bytes. {@link UUID#compareTo} takes them for signed numbers. */
    public static final Comparator<UUID> AS_STORED = (one, other) -> {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    };

    private RecordIds() {}

    /** An id begins with its time: milliseconds in its first 48 bits. */
    public static Instant moment(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }
}
