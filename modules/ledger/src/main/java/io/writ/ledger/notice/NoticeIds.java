package io.writ.ledger.notice;

import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** A source of UUIDs of version 7, as records have them: the log reads from an id how long its entry has been waiting. */
public final class NoticeIds {

    private static final long VERSION_7 = 0x7000L;
    private static final long VERSION_RANDOM_MASK = 0x0fffL;
    private static final long VARIANT_2 = 0x8000_0000_0000_0000L;
    private static final long RANDOM_LOW_MASK = 0x3fff_ffff_ffff_ffffL;

    private final RandomGenerator random;

    public NoticeIds(RandomGenerator random) {
        this.random = random;
    }

    public UUID next(Instant now) {
        long high = (now.toEpochMilli() << Short.SIZE) | VERSION_7 | (random.nextLong() & VERSION_RANDOM_MASK);
        return new UUID(high, VARIANT_2 | (random.nextLong() & RANDOM_LOW_MASK));
    }
}
