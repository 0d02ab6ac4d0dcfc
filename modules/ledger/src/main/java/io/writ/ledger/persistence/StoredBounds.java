package io.writ.ledger.persistence;

import io.writ.evidence.Digest;
import io.writ.ledger.persistence.LogSnapshot.ChainHead;
import io.writ.ledger.persistence.LogSnapshot.TreeStart;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a stretch of the log begins and ends. A checkpoint ends where ranges do, so no range is cut. */
public final class StoredBounds {

    private static final String HEADS = """
            select last.lane, last.seq, e.entry_hash
            from (select lane, max(from_seq + n - 1) as seq from writ.tree_range
                  where tree_index < ? group by lane) last
            join writ.ledger_entry e using (lane, seq)""";

    private final Connection connection;

    public StoredBounds(Connection connection) {
        this.connection = connection;
    }

    /** The stretch between two checkpoints. */
    public Stretch between(long fromSize, long toSize) throws SQLException {
        Map<Long, Long> ends = new HashMap<>();
        heads(toSize).forEach((lane, head) -> ends.put(lane, head.seq()));
        return new Stretch(fromSize, Optional.of(toSize), heads(fromSize), ends);
    }

    /** The size of the newest checkpoint, 0 before the first. */
    public long newestSize() throws SQLException {
        try (PreparedStatement query =
                        connection.prepareStatement("select coalesce(max(size), 0) from writ.tree_checkpoint");
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** The tree of a checkpoint; empty when no checkpoint has this size. */
    public Optional<TreeStart> tree(long size) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select edge from writ.tree_checkpoint where size = ?")) {
            query.setLong(1, size);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(new TreeStart(size, hashes(rows.getBytes(1)))) : Optional.empty();
            }
        }
    }

    private Map<Long, ChainHead> heads(long size) throws SQLException {
        Map<Long, ChainHead> heads = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(HEADS)) {
            query.setLong(1, size);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    heads.put(rows.getLong(1), new ChainHead(rows.getLong(2), Digest.ofRaw(rows.getBytes(3))));
                }
            }
        }
        return heads;
    }

    private static List<Digest> hashes(byte[] edge) {
        List<Digest> hashes = new ArrayList<>();
        for (int from = 0; from < edge.length; from += EntryView.HASH) {
            hashes.add(Digest.ofRaw(Arrays.copyOfRange(edge, from, from + EntryView.HASH)));
        }
        return hashes;
    }
}
