package io.writ.ledger;

/** What a witness answers to whoever wants to see what it has seen of a log. */
public sealed interface WitnessedCheckpoint {

    /** The newest checkpoint that was signed here, with our signature below it. */
    record Shown(String note) implements WitnessedCheckpoint {}

    /** This witness has signed no checkpoint of such a log. */
    record Unknown() implements WitnessedCheckpoint {}

    /** It was asked for this log too often in this second. */
    record Busy() implements WitnessedCheckpoint {}
}
