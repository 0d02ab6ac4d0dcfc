package io.writ.ledger.persistence;

import io.writ.evidence.Digest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Single entries with what they follow. */
public final class StoredLinks {

    /** A checkpoint comes ten times a second at most: some seconds of growth lie between. */
    private static final int CHECKPOINTS_BACK = 100;

    /** A quiet log has ranges of one entry, a busy one has few ranges with many. */
    private static final int RANGES = 64;

    private static final String LINK = """
            select e.lane, e.seq, e.kind, e.record_id, e.leaf_hash, e.entry_hash,
                   coalesce(before.entry_hash, l.genesis)
            from writ.ledger_entry e
            join writ.ledger_lane l using (lane)
            left join writ.ledger_entry before on before.lane = e.lane and before.seq = e.seq - 1
            """;

    private static final String NEWEST = """
            with newest as (select lane, greatest(from_seq, from_seq + n - ?) as low, from_seq + n as high, tree_index
                            from writ.tree_range order by tree_index desc limit ?)
            select e.lane, e.seq, e.kind, e.record_id, e.leaf_hash, e.entry_hash,
                   coalesce(before.entry_hash, l.genesis)
            from newest
            join writ.ledger_entry e on e.lane = newest.lane and e.seq >= newest.low and e.seq < newest.high
            join writ.ledger_lane l on l.lane = e.lane
            left join writ.ledger_entry before on before.lane = e.lane and before.seq = e.seq - 1
            order by newest.tree_index desc, e.seq desc limit ?""";

    private final Connection connection;

    public StoredLinks(Connection connection) {
        this.connection = connection;
    }

    /**
     * An entry.
     *
     * @param previous the entry before it in its lane, or the lane's genesis
     */
    public record Link(EntryRow entry, Digest previous) {}

    public Optional<Link> ofRecord(UUID recordId) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(LINK + "where e.record_id = ?")) {
            query.setObject(1, recordId);
            return links(query).stream().findFirst();
        }
    }

    public Optional<Link> at(long lane, long seq) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(LINK + "where e.lane = ? and e.seq = ?")) {
            query.setLong(1, lane);
            query.setLong(2, seq);
            return links(query).stream().findFirst();
        }
    }

    /** The ends of the newest ranges, newest first. */
    public List<Link> newest(int entriesMax) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(NEWEST)) {
            query.setInt(1, entriesMax);
            query.setInt(2, RANGES);
            query.setInt(3, entriesMax);
            return links(query);
        }
    }

    /** A checkpoint some way before the one of this size, or the first. */
    public Optional<String> checkpointBefore(long size) throws SQLException {
        String sql = "select note from (select size, note from writ.tree_checkpoint where size < ?"
                + " order by size desc limit ?) earlier order by size limit 1";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, size);
            query.setInt(2, CHECKPOINTS_BACK);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }

    private static List<Link> links(PreparedStatement query) throws SQLException {
        List<Link> links = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                links.add(new Link(EntryRow.of(rows), Digest.ofRaw(rows.getBytes(7))));
            }
        }
        return links;
    }
}
