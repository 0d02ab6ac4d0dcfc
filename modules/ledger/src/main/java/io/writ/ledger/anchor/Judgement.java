package io.writ.ledger.anchor;

import java.time.Instant;

/** Whether something that was found outside is a checkpoint of the log. */
sealed interface Judgement {

    /** The log signed it. */
    record Believed(Anchored anchored) implements Judgement {}

    /** With the moment when it came to its place. */
    default Judgement since(Instant moment) {
        return this instanceof Believed(var anchored) ? new Believed(anchored.since(moment)) : this;
    }

    /**
     * It has the name of the log, and none of the keys that the database knows signed it. It may be planted, or the log's
     * own, signed with a key that the database has forgotten: only a person can tell.
     */
    record Unknown(String sentence) implements Judgement {}

    /** It is something else than it should be, whoever put it there. */
    record Strange(String sentence) implements Judgement {}

    /** It is no note: a crash left half of it, or it never was one. */
    record Broken(String sentence) implements Judgement {}
}
