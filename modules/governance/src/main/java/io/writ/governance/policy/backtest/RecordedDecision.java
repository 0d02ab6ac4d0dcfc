package io.writ.governance.policy.backtest;

import io.writ.governance.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A decision that policy took part in, as far as its record still tells. */
sealed interface RecordedDecision {

    UUID id();

    Instant occurredAt();

    /** Everything policy was asked is there, and it is what the record says. */
    record Whole(UUID id, TenantId tenant, Instant occurredAt, List<RecordedQuestion> questions)
            implements RecordedDecision {
        public Whole {
            questions = List.copyOf(questions);
        }
    }

    /** What policy was asked has been erased, as it may be; the digests are left. */
    record Erased(UUID id, Instant occurredAt) implements RecordedDecision {}

    /**
     * What is stored is not what was asked.
     *
     * @param expected what the record says
     * @param found what is there
     */
    record Spoiled(UUID id, Instant occurredAt, String member, String expected, String found)
            implements RecordedDecision {}
}
