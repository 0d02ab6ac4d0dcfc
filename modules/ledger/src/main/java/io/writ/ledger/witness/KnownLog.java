package io.writ.ledger.witness;

import io.writ.ledger.anchor.OriginHash;
import io.writ.ledger.signing.NoteKey;
import java.time.Clock;
import java.util.List;

/**
 * A log that is witnessed here, with a bound of its own: callers have no name, so one log's share must not be another's.
 *
 * @param keys by which it is known
 * @param additions paces checkpoints that are brought
 * @param looks paces those who want to see what was witnessed
 */
record KnownLog(String origin, String originHash, List<NoteKey> keys, Pace additions, Pace looks) {

    /** A signature check or a look-up each; a log asks every few seconds. */
    static final int REQUESTS_PER_SECOND_MAX = 50;

    KnownLog {
        keys = List.copyOf(keys);
    }

    static List<KnownLog> of(List<NoteKey> keys, Clock clock) {
        return keys.stream()
                .map(NoteKey::name)
                .distinct()
                .map(origin -> new KnownLog(
                        origin,
                        OriginHash.of(origin),
                        keys.stream().filter(key -> key.name().equals(origin)).toList(),
                        new Pace(clock, REQUESTS_PER_SECOND_MAX),
                        new Pace(clock, REQUESTS_PER_SECOND_MAX)))
                .toList();
    }
}
