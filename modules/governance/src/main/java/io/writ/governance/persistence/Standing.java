package io.writ.governance.persistence;

import io.writ.evidence.Digest;
import io.writ.governance.session.RunCounts;
import io.writ.ledger.EntryKind;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** How a record stands to others: complete in itself, the beginning of something, or its end. */
public sealed interface Standing {

    EntryKind kind();

    /** Whether its run had ended when it was written. */
    boolean afterEnd();

    /** The member {@code kind} of its canonical text. */
    default String wireName() {
        return kind().name().toLowerCase(Locale.ROOT);
    }

    /** The intent that it ends. */
    default Optional<UUID> closes() {
        return switch (this) {
            case Decision _, Intent _ -> Optional.empty();
            case Ending ending -> Optional.of(ending.intent());
        };
    }

    /** Complete in itself. */
    record Decision(boolean afterEnd) implements Standing {
        @Override
        public EntryKind kind() {
            return EntryKind.DECISION;
        }
    }

    /**
     * Announces what is about to happen.
     *
     * @param dueAt when its end is missed, by the clock of this node; the database adds only the time in between to its own
     */
    record Intent(Instant dueAt) implements Standing {
        @Override
        public EntryKind kind() {
            return EntryKind.INTENT;
        }

        @Override
        public boolean afterEnd() {
            return false;
        }
    }

    /**
     * Ends what an intent announced.
     *
     * @param how what became of it is known, or nothing is
     * @param run what is committed of the run that it ends; absent when it ends something else
     * @param leaves digest of which records those are, see {@link RunLeaves}
     */
    record Ending(How how, UUID intent, Optional<RunCounts> run, Optional<Digest> leaves, boolean afterEnd)
            implements Standing {

        /** Whether somebody knows how it ended. */
        public enum How {
            OUTCOME(EntryKind.OUTCOME),
            GAP(EntryKind.GAP);

            private final EntryKind kind;

            How(EntryKind kind) {
                this.kind = kind;
            }
        }

        @Override
        public EntryKind kind() {
            return how.kind;
        }
    }

    /** A decision within its run, or within none. */
    static Standing decision() {
        return new Decision(false);
    }

    /** A decision about a run that had ended when it was written; the end of the run could not count it. */
    static Standing decisionAfterEnd() {
        return new Decision(true);
    }

    /** The end of a run. */
    static Standing endOfRun(Ending.How how, UUID intent, RunCounts run, Optional<Digest> leaves) {
        return new Ending(how, intent, Optional.of(run), leaves, false);
    }

    /** The end of something that is no run. */
    static Standing end(Ending.How how, UUID intent) {
        return new Ending(how, intent, Optional.empty(), Optional.empty(), false);
    }

    /** The end of something that began in a run which has ended before it. */
    static Standing endAfterRun(Ending.How how, UUID intent) {
        return new Ending(how, intent, Optional.empty(), Optional.empty(), true);
    }
}
