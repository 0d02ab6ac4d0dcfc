package io.writ.governance.transcript;

import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** A source of UUIDs of version 7, whose inserts stay at the right edge of an index. */
public final class RecordIds {

    private static final long VERSION_7 = 0x7000L;
    private static final long RANDOM_HIGH_MASK = 0x0fffL;
    private static final long VARIANT_2 = 0x8000_0000_0000_0000L;
    private static final long RANDOM_LOW_MASK = 0x3fff_ffff_ffff_ffffL;

    private final RandomGenerator random;

    public RecordIds(RandomGenerator random) {
        this.random = random;
    }

    public UUID next(Instant now) {
        long high = (now.toEpochMilli() << 16) | VERSION_7 | (random.nextLong() & RANDOM_HIGH_MASK);
        long low = VARIANT_2 | (random.nextLong() & RANDOM_LOW_MASK);
        return new UUID(high, low);
    }
}
