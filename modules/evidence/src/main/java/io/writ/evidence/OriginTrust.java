package io.writ.evidence;

import java.util.Locale;

/** Who wrote something, from most to least trusted; the join of two is the less trusted. */
public enum OriginTrust {
    INTERNAL_REVIEWED,
    INTERNAL,
    EXTERNAL,
    USER_SUPPLIED;

    /** The name used in catalogues, policies and JSON. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public OriginTrust join(OriginTrust other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
