package io.writ.governance.transcript;

import java.util.Locale;

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

    /** The name in records. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
