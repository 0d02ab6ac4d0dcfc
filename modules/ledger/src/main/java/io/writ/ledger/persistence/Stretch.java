package io.writ.ledger.persistence;

import io.writ.ledger.persistence.LogSnapshot.ChainHead;
import java.util.Map;
import java.util.Optional;

/**
 * What lies between two sizes of the tree.
 *
 * @param fromSize leaves before it
 * @param toSize leaves up to its end; empty for everything, entries that are not in the tree yet included
 * @param heads the last entry of each lane before it
 * @param ends the last entry of each lane in it; of no matter without an end
 */
public record Stretch(long fromSize, Optional<Long> toSize, Map<Long, ChainHead> heads, Map<Long, Long> ends) {

    public Stretch {
        heads = Map.copyOf(heads);
        ends = Map.copyOf(ends);
    }

    /** Everything there is. */
    public static Stretch whole() {
        return new Stretch(0, Optional.empty(), Map.of(), Map.of());
    }

    /** The last entry of a lane before it, 0 for none. */
    long before(long lane) {
        return Optional.ofNullable(heads.get(lane)).map(ChainHead::seq).orElse(0L);
    }

    boolean isBounded() {
        return toSize.isPresent();
    }
}
