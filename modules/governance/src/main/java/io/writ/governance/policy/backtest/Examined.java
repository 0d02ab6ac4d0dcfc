package io.writ.governance.policy.backtest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What came of one recorded decision in a backtest. */
sealed interface Examined {

    Instant occurredAt();

    /** Both bundles answered. */
    record Compared(UUID id, Instant occurredAt, List<Answered> questions) implements Examined {
        public Compared {
            questions = List.copyOf(questions);
        }
    }

    record Erased(Instant occurredAt) implements Examined {}

    record Spoiled(Instant occurredAt) implements Examined {}

    /** One question of a decision. */
    sealed interface Answered {

        /**
         * Both bundles were asked.
         *
         * @param base how the base's answer of today stands to the recorded one
         */
        record Both(Faithfulness base, List<Flip> flips) implements Answered {
            public Both {
                flips = List.copyOf(flips);
            }
        }

        /** No engine had answered it, so there is nothing to compare. */
        record Unasked() implements Answered {}
    }

    /** Whether the base gives the recorded answer again. */
    enum Faithfulness {
        REPRODUCED,
        CONTRADICTED,
        /** Another bundle had answered. */
        UNKNOWN
    }
}
