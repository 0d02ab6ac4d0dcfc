package io.writ.governance;

import java.time.Duration;

/** The answer to somebody who wants a writ. */
public sealed interface WritOutcome {

    /** The file, byte for byte: an envelope in ASCII. */
    record Issued(SessionId run, String envelope) implements WritOutcome {}

    /** No such run, or none that this caller may see. */
    record Unknown() implements WritOutcome {}

    /** The run has no answer yet. */
    record Unfinished() implements WritOutcome {}

    /** The newest entries of the run are not under a checkpoint yet. */
    record Pending(Duration retryAfter) implements WritOutcome {}

    /** This node was not given the key of the log. */
    record KeyAbsent() implements WritOutcome {}

    /** The newest checkpoint is signed by another key than this node has: the log is about to change its key, or did. */
    record KeyOther() implements WritOutcome {}

    /** The run has more entries than a writ holds. */
    record TooLarge(int entriesMax) implements WritOutcome {}

    /**
     * What is stored does not hold, so nothing is signed.
     *
     * @param code what a verifier would say
     */
    record Disagreeing(String code) implements WritOutcome {}
}
