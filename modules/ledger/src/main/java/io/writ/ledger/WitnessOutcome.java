package io.writ.ledger;

/** What a witness says to a checkpoint. */
public sealed interface WitnessOutcome {

    /** It extends what was seen before, and is remembered and signed. */
    record Cosigned(String lines) implements WitnessOutcome {}

    /** The request is not in its format; the sentence says where. */
    record Malformed(String problem) implements WitnessOutcome {}

    /** This witness does not know such a log. */
    record UnknownLog() implements WitnessOutcome {}

    /** None of the keys that the log is known by signed it. */
    record Unsigned() implements WitnessOutcome {}

    /** The witness has seen another size than the request begins at, or another root of the same size. */
    record Conflict(long size) implements WitnessOutcome {}

    /** The proof does not lead from what was seen to this checkpoint. */
    record Inconsistent() implements WitnessOutcome {}

    /** There were too many requests for this log in this second. */
    record Busy() implements WitnessOutcome {}
}
