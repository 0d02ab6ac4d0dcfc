package io.writ.governance;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Mints and reads ULIDs: 48 bits of milliseconds and 80 random bits, in upper-case Crockford base 32. */
public final class Ulids {

    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int TIME_CHARACTERS = 10;
    private static final int HALF_CHARACTERS = 8;
    private static final int BITS_PER_CHARACTER = 5;

    /** 26 characters carry 130 bits, so the first stays below 8. */
    private static final Pattern FORMAT = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");

    private final Clock clock;
    private final RandomGenerator random;

    public Ulids(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** Reads a ULID in either case; anything else counts as absent. */
    public static Optional<String> parse(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        return FORMAT.matcher(upper).matches() ? Optional.of(upper) : Optional.empty();
    }

    /** The next one, in upper case. */
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
