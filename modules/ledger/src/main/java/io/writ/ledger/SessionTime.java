package io.writ.ledger;

import java.util.Optional;
import java.util.UUID;

/** When a run began, by its id: a ULID begins with its time, as the id of a record does. */
final class SessionTime {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 26;
    private static final int TIME_LENGTH = 10;
    private static final int DIGIT_BITS = 5;

    private SessionTime() {}

    /** The smallest id that a record of the run can have; nothing when the id of the run is no ULID. */
    static Optional<UUID> firstRecord(String session) {
        if (session.length() != LENGTH) {
            return Optional.empty();
        }
        long millis = 0;
        for (int index = 0; index < TIME_LENGTH; index++) {
            int digit = DIGITS.indexOf(session.charAt(index));
            if (digit < 0) {
                return Optional.empty();
            }
            millis = (millis << DIGIT_BITS) | digit;
        }
        return Optional.of(new UUID(millis << Short.SIZE, 0));
    }
}
