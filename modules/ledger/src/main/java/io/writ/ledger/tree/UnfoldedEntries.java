package io.writ.ledger.tree;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Finds what lanes have grown since they were last looked at. Remembers how far each lane is folded. */
final class UnfoldedEntries {

    /**
     * Bounds the memory and the time of one cycle, far below the silence after which the server ends the session; what
     * is left comes with the next.
     */
    private static final int ENTRIES_MAX = 20_000;

    /**
     * One index probe per lane, one round trip for all of them. Every open lane is looked at, because lane numbers may
     * become visible out of order; a lane that was sealed and folded is not open any more. Of a broken lane one entry is
     * enough to see whether somebody mended it; all that wait behind the hole would crowd out other lanes.
     */
    private static final String GROWN = """
            select l.lane, known.seq, grown.seq, grown.kind, grown.entry_hash
            from writ.lane_open l
            left join unnest(?::bigint[], ?::bigint[]) as remembered (lane, seq) on remembered.lane = l.lane
            cross join lateral (select coalesce(remembered.seq,
                (select r.from_seq + r.n - 1 from writ.tree_range r
                 where r.lane = l.lane order by r.from_seq desc limit 1), 0) as seq) known
            cross join lateral (select e.seq, e.kind, e.entry_hash from writ.ledger_entry e
                                where e.lane = l.lane and e.seq > known.seq
                                order by e.seq limit case when l.lane = any(?::bigint[]) then 1 else ? end) grown
            where l.lane between ? and ?
            order by l.lane, grown.seq limit ?""";

    private final Map<Long, Long> folded = new HashMap<>();
    private Set<Long> broken = Set.of();

    /** Sees an entry that is not in the tree yet; entries of a lane come together and in order. */
    @FunctionalInterface
    interface Visitor {

        /**
         * One entry.
         *
         * @param foldedTo the last entry of the lane that is in the tree, 0 for none
         */
        void visit(long lane, long foldedTo, long seq, int kind, byte[] entryHash);
    }

    void visit(Connection connection, Visitor visitor) throws SQLException {
        visit(connection, 1, Long.MAX_VALUE, visitor);
    }

    /** Of one lane only. */
    void visit(Connection connection, long lane, Visitor visitor) throws SQLException {
        visit(connection, lane, lane, visitor);
    }

    private void visit(Connection connection, long fromLane, long toLane, Visitor visitor) throws SQLException {
        Long[] lanes = folded.keySet().toArray(Long[]::new);
        Long[] seqs = folded.values().toArray(Long[]::new);
        try (PreparedStatement query = connection.prepareStatement(GROWN)) {
            query.setArray(1, connection.createArrayOf("bigint", lanes));
            query.setArray(2, connection.createArrayOf("bigint", seqs));
            query.setArray(3, connection.createArrayOf("bigint", broken.toArray(Long[]::new)));
            query.setInt(4, ENTRIES_MAX);
            query.setLong(5, fromLane);
            query.setLong(6, toLane);
            query.setInt(7, ENTRIES_MAX);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    visitor.visit(rows.getLong(1), rows.getLong(2), rows.getLong(3), rows.getInt(4), rows.getBytes(5));
                }
            }
        }
    }

    void remember(LaneRange range) {
        folded.put(range.lane(), range.fromSeq() + range.count() - 1);
    }

    /** Lanes that could not be folded at the last look. */
    void remember(Set<Long> brokenLanes) {
        broken = Set.copyOf(brokenLanes);
    }

    /** The lane will not be looked at again. */
    void forget(long lane) {
        folded.remove(lane);
    }
}
