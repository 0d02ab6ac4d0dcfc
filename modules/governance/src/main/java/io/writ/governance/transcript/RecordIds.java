package io.writ.governance.transcript;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * A source of UUIDs of version 7. Those of one node ascend even within a millisecond: the twelve bits after the time
 * count, and what overflows them borrows from the next millisecond (RFC 9562, section 6.2).
 */
public final class RecordIds {

    private static final int COUNTER_BITS = 12;
    private static final long COUNTER_MASK = (1L << COUNTER_BITS) - 1;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT_2 = 0x8000_0000_0000_0000L;
    private static final long RANDOM_LOW_MASK = 0x3fff_ffff_ffff_ffffL;

    private final RandomGenerator random;
    private final AtomicLong last = new AtomicLong();

    public RecordIds(RandomGenerator random) {
        this.random = random;
    }

    public UUID next(Instant now) {
        long wanted = now.toEpochMilli() << COUNTER_BITS;
        long ticks = last.updateAndGet(previous -> Math.max(previous + 1, wanted));
        long high = ((ticks >>> COUNTER_BITS) << 16) | VERSION_7 | (ticks & COUNTER_MASK);
        long low = VARIANT_2 | (random.nextLong() & RANDOM_LOW_MASK);
        return new UUID(high, low);
    }
}
