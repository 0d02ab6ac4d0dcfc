package io.writ.evidence;

import java.util.Locale;

/** How sensitive something is, from least to most; the join of two is the greater. */
public enum Classification {
    PUBLIC,
    INTERNAL,
    CONFIDENTIAL,
    RESTRICTED;

    /** The name used in catalogues, policies and JSON. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Classification join(Classification other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
