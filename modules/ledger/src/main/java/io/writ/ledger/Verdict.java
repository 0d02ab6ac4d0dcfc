package io.writ.ledger;

import java.util.Locale;

/**
 * What a verification concludes. Declared from the best to the worst: a report carries the worst of its findings.
 *
 * <p>What is missing without a word weighs more than what nobody could look at, and less than what was cut off or
 * replaced.
 */
public enum Verdict {
    /** Everything is there and follows from what was before it. */
    INTACT,

    /** Something that was begun has no end, and the log itself says so. */
    GAP_DISCLOSED,

    /** Nothing speaks against the log, and something that should speak for it could not be asked. */
    UNVERIFIABLE,

    /** Something is missing in the middle, or has no end, and the log says nothing of it. */
    GAP_UNDISCLOSED,

    /** The newest part is gone. */
    TRUNCATED,

    /** There is another history than the one that was hashed: something was changed, exchanged or rewritten. */
    FORKED;

    /** The name in reports: lower case, words joined by hyphens. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a reader may rely on the log: it is whole, or says itself what is not. */
    public boolean holds() {
        return switch (this) {
            case INTACT, GAP_DISCLOSED -> true;
            case UNVERIFIABLE, GAP_UNDISCLOSED, TRUNCATED, FORKED -> false;
        };
    }

    /** The worse of the two. */
    public Verdict join(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
