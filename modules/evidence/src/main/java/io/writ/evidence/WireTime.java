package io.writ.evidence;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** Moments as the wire writes them: {@code 2026-01-01T00:00:00Z}, second precision, always UTC. */
public final class WireTime {

    private static final Pattern SECONDS = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z");

    private WireTime() {}

    /** Twenty characters; parts of a second are dropped. */
    public static String seconds(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Reads exactly twenty characters that name a real second. */
    public static Instant parse(String text) {
        if (!SECONDS.matcher(text).matches()) {
            throw new WireFormatException("a time must look like 2026-01-01T00:00:00Z");
        }
        return parseInstant(text);
    }

    /** Reads any precision, for moments that come from a clock. */
    static Instant parseInstant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException unreal) {
            throw new WireFormatException("a time must be a real moment in UTC", unreal);
        }
    }
}
