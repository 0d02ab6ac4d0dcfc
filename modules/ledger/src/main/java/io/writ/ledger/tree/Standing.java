package io.writ.ledger.tree;

import io.writ.ledger.signing.NoteSigner;

/** What a process with its key has to do before it goes on with the log. */
sealed interface Standing {

    /** Nothing: its key is that of the log. */
    record Valid() implements Standing {}

    /**
     * Its previous key is that of the log: the change comes first.
     *
     * @param epoch of the new key
     */
    record Changing(NoteSigner older, long epoch) implements Standing {}

    /**
     * The log was restarted under its key: the notice of that comes first.
     *
     * @param lane of the notice
     */
    record Restarting(long lane) implements Standing {}
}
