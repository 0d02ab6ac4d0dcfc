package io.writ.ledger.anchor;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** Until when a server does not want to be asked again: {@code Retry-After} of RFC 9110, in seconds or as a date. */
final class RetryAfter {

    /** No witness decides that it is forgotten for a day. */
    private static final Duration WAIT_MAX = Duration.ofMinutes(5);

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private RetryAfter() {}

    /** Empty when nothing was said that can be understood. */
    static Optional<Instant> until(String header, Instant now) {
        return moment(header.strip(), now)
                .map(said -> said.isAfter(now.plus(WAIT_MAX)) ? now.plus(WAIT_MAX) : said)
                .filter(said -> said.isAfter(now));
    }

    private static Optional<Instant> moment(String header, Instant now) {
        if (SECONDS.matcher(header).matches()) {
            return Optional.of(now.plusSeconds(Long.parseLong(header)));
        }
        try {
            return Optional.of(ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException misread) {
            return Optional.empty();
        }
    }
}
