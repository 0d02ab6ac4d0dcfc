package io.writ.evidence;

import java.util.Locale;

/** What the finalize gate found when it looked for a claim's words and figures in the units it cites. */
public enum ClaimVerdict {
    /** The cited unit says it. */
    SUPPORTED,
    /** The words exist in the session, but not in the unit that is cited. */
    MISATTRIBUTED,
    /** The words exist, but only when parts of different places are joined. */
    STITCHED,
    /** No unit of the session says it. */
    NOT_FOUND,
    /** The words are there with another figure. */
    ALTERED_NUMBER;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
