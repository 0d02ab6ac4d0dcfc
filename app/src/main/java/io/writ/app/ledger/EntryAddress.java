package io.writ.app.ledger;

import io.writ.app.rest.problem.ProblemException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a caller names an entry. */
sealed interface EntryAddress {

    /** Lane and seq, both from 1; as many digits as every number of eight bytes can have. */
    Pattern PLACE = Pattern.compile("([1-9][0-9]{0,17}):([1-9][0-9]{0,17})");

    /** Five groups of hexadecimal digits: the platform reads shorter ones as well, and one id has one spelling. */
    Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** By the record it stands for. */
    record OfRecord(UUID recordId) implements EntryAddress {}

    /** By its place. */
    record At(long lane, long seq) implements EntryAddress {}

    static EntryAddress parse(String text) {
        Matcher place = PLACE.matcher(text);
        if (place.matches()) {
            return new At(Long.parseLong(place.group(1)), Long.parseLong(place.group(2)));
        }
        if (ID.matcher(text).matches()) {
            return new OfRecord(UUID.fromString(text));
        }
        throw ProblemException.invalid("id", "must be the UUID of a record, or a lane and a seq as 3:17");
    }
}
