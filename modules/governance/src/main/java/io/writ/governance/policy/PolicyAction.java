package io.writ.governance.policy;

import java.util.Locale;

/** What a caller wants to do. */
public enum PolicyAction {
    CREATE_SESSION,
    OPERATOR_CALL,
    /** May these items, already read, be released? Asked after a search. */
    RELEASE_ITEMS,
    FINALIZE,
    NARROW_QUERY,
    /** May this caller look at recorded runs? */
    READ_ARCHIVE;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
