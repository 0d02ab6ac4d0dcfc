package io.writ.ledger.anchor;

/** Whether something that was found outside is a checkpoint of the log. */
sealed interface Judgement {

    /** The log signed it. */
    record Believed(Anchored anchored) implements Judgement {}

    /** It is a note that the log did not sign: whoever can write there could have put it there. */
    record Strange(String sentence) implements Judgement {}

    /** It is no note: a crash left half of it, or it never was one. */
    record Broken(String sentence) implements Judgement {}
}
