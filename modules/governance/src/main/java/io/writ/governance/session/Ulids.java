package io.writ.governance.session;

import java.time.Clock;
import java.util.random.RandomGenerator;

/** A source of ULIDs: 48 bits of milliseconds and 80 random bits, in upper-case Crockford base 32. */
public final class Ulids {

    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int TIME_CHARACTERS = 10;
    private static final int HALF_CHARACTERS = 8;
    private static final int BITS_PER_CHARACTER = 5;

    private final Clock clock;
    private final RandomGenerator random;

    public Ulids(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public String next() {
        StringBuilder text = new StringBuilder(TIME_CHARACTERS + 2 * HALF_CHARACTERS);
        append(text, clock.millis(), TIME_CHARACTERS);
        append(text, random.nextLong(), HALF_CHARACTERS);
        append(text, random.nextLong(), HALF_CHARACTERS);
        return text.toString();
    }

    private static void append(StringBuilder text, long value, int characters) {
        for (int position = characters - 1; position >= 0; position--) {
            text.append(ALPHABET[(int) (value >>> (position * BITS_PER_CHARACTER)) & 31]);
        }
    }
}
