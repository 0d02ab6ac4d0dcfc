package io.writ.governance.transcript;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a record is about. */
public enum Event {
    CREATE_SESSION,
    OPERATOR_CALL,
    FINALIZE,
    SIMULATE,
    CAPABILITIES,
    READ_ARCHIVE,
    ACTIVATE_POLICY,
    BACKTEST_POLICY;

    /** The event of this name. */
    public static Optional<Event> named(String wireName) {
        return Arrays.stream(values())
                .filter(event -> event.wireName().equals(wireName))
                .findFirst();
    }

    /** The name in records. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
