package io.writ.ledger;

/** What became of the order to let a log begin anew. */
public sealed interface RestartOutcome {

    /**
     * The notice is written. The process with the new key takes it into the tree before anything else.
     *
     * @param size leaves that are left
     * @param lane of the notice
     */
    record Restarted(long size, long lane) implements RestartOutcome {}

    /** Nothing was written; the sentence says why and what to do. */
    record Refused(String problem) implements RestartOutcome {}
}
