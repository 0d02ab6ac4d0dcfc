package io.writ.evidence;

/** What a claim says of itself; only the finalize gate makes {@code SUPPORTED} stick. */
public enum ClaimStatus {
    SUPPORTED,
    ASSUMPTION,
    UNKNOWN
}
