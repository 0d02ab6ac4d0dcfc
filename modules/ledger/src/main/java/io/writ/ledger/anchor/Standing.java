package io.writ.ledger.anchor;

import io.writ.ledger.merkle.TreeHash;
import io.writ.ledger.signing.Checkpoint;

/** How a database stands to a checkpoint that once left it. */
public sealed interface Standing {

    /** The tree extends what was anchored. */
    record Extends() implements Standing {}

    /** The tree is smaller than what was anchored: entries are gone. */
    record Behind(String sentence) implements Standing {}

    /** At the anchored size the tree has another root: history is not what it was. */
    record Forked(String sentence) implements Standing {}

    static Standing of(Anchored anchored, String anchor, LogHistory log) {
        Checkpoint outside = anchored.checkpoint();
        long size = log.size();
        if (outside.size() > size) {
            return new Behind("anchor " + anchor + " holds a checkpoint of " + outside.size()
                    + " leaves, and the database has " + size + " (" + anchored.where() + ")");
        }
        TreeHash root = log.root(outside.size());
        return root.equals(outside.root())
                ? new Extends()
                : new Forked("anchor " + anchor + " holds another root for " + outside.size()
                        + " leaves than the database (" + anchored.where() + ")");
    }

    /** Refuses to go on from a reading that this log does not extend, or that it may have forgotten. */
    static void require(AnchorReading reading, String anchor, LogHistory log) {
        if (!reading.unknown().isEmpty()) {
            throw new AnchorConflictException("anchor " + anchor + " holds what the database cannot judge: "
                    + reading.unknown().getFirst()
                    + ". If the log had such a key, the database is older than its change"
                    + " of the key; if not, somebody else wrote there:"
                    + " look at it, and remove it");
        }
        reading.newest().ifPresent(anchored -> {
            switch (of(anchored, anchor, log)) {
                case Extends _ -> {}
                case Behind(var sentence) ->
                    throw new AnchorConflictException(sentence
                            + ". Restore the missing tail of the database, or begin a new log that names the loss with"
                            + " ./writ ledger restart");
                // Nothing is gone here: a new log would only hide which of the two is right.
                case Forked(var sentence) ->
                    throw new AnchorConflictException(sentence
                            + ". Keep both as they are, and stop every server that has the key; './writ ledger verify'"
                            + " with this --anchor names the first leaf");
            }
        });
    }
}
