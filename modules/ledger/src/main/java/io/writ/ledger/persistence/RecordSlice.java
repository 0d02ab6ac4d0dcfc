package io.writ.ledger.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Records whose ids lie between two others. Ids begin with their time, so slices of one width hold about as many records
 * where the load was even; there are more slices than threads, so that it need not be.
 *
 * @param to first id that is not in it; of no matter in the last one
 */
record RecordSlice(UUID from, UUID to, boolean isLast) {

    private static final UUID LOWEST = new UUID(0, 0);

    /** Every id. */
    static List<RecordSlice> whole() {
        return List.of(new RecordSlice(LOWEST, LOWEST, true));
    }

    /** Every id, cut between the lowest and the highest that are there. */
    static List<RecordSlice> between(UUID lowest, UUID highest, int slices) {
        long first = lowest.getMostSignificantBits();
        long width = Long.divideUnsigned(highest.getMostSignificantBits() - first, slices);
        if (width == 0) {
            return whole();
        }
        var cut = new ArrayList<RecordSlice>();
        UUID from = LOWEST;
        for (int slice = 1; slice < slices; slice++) {
            UUID to = new UUID(first + slice * width, 0);
            cut.add(new RecordSlice(from, to, false));
            from = to;
        }
        cut.add(new RecordSlice(from, from, true));
        return cut;
    }
}
