package io.writ.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What became of a wish to retire bodies. */
public sealed interface RetentionOutcome {

    /**
     * What may go, or went.
     *
     * @param from the first moment of the first month
     * @param below the first moment that stays
     * @param months names of the partitions
     * @param rows how many rows of each table
     */
    record Bodies(Instant from, Instant below, List<String> months, Map<String, Long> rows) {

        public Bodies {
            months = List.copyOf(months);
            rows = Map.copyOf(rows);
        }
    }

    /** No month has ended by then, or nothing is left of those that have. */
    record Nothing() implements RetentionOutcome {}

    /** They may go; nothing was changed. */
    record Possible(Bodies bodies) implements RetentionOutcome {}

    /** They may not go; the sentence says why and what to do. */
    record Refused(String problem) implements RetentionOutcome {}

    /** They are gone, and the log says so: one notice for all months that follow each other. */
    record Retired(Bodies bodies, List<UUID> noticeIds, long lane) implements RetentionOutcome {

        public Retired {
            noticeIds = List.copyOf(noticeIds);
        }
    }
}
