package io.writ.app.exchange;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Mints and reads ULIDs: 48 bits of milliseconds and 80 random bits in Crockford's base 32. */
public final class Ulids {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int TIME_CHARS = 10;
    private static final int RANDOM_CHARS = 16;

    /** 26 characters carry 130 bits, so the first stays below 8. */
    private static final Pattern FORMAT = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");

    private final Clock clock;
    private final RandomGenerator random;

    public Ulids(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** Reads a ULID in either case; anything else counts as absent. */
    static Optional<String> parse(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        return FORMAT.matcher(upper).matches() ? Optional.of(upper) : Optional.empty();
    }

    public String next() {
        char[] out = new char[TIME_CHARS + RANDOM_CHARS];
        long millis = clock.millis();
        for (int i = TIME_CHARS - 1; i >= 0; i--) {
            out[i] = ALPHABET.charAt((int) (millis & 31));
            millis >>>= 5;
        }
        for (int i = 0; i < RANDOM_CHARS; i++) {
            out[TIME_CHARS + i] = ALPHABET.charAt(random.nextInt(32));
        }
        return new String(out);
    }
}
