package io.writ.ledger.persistence;

import io.writ.evidence.Digest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Lanes that are not sealed. However many lanes there were, only those on the list of open ones are read. */
public final class StoredOpenLanes {

    private static final String UNSEALED = """
             from writ.lane_open o
            join writ.ledger_lane l using (lane)
            left join lateral (select e.seq, e.kind, e.entry_hash from writ.ledger_entry e
                               where e.lane = o.lane order by e.seq desc limit 1) tail on true
            where tail.kind is distinct from 6""";

    private final Connection connection;

    public StoredOpenLanes(Connection connection) {
        this.connection = connection;
    }

    /** The incarnations that have unsealed lanes. */
    public Set<UUID> bootIds() throws SQLException {
        Set<UUID> boots = new HashSet<>();
        try (PreparedStatement query = connection.prepareStatement("select distinct l.boot_id" + UNSEALED);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                boots.add(rows.getObject(1, UUID.class));
            }
        }
        return boots;
    }

    /** Unsealed lanes of an incarnation, the oldest first. */
    public List<OpenLane> of(UUID bootId, int lanesMax) throws SQLException {
        String sql = "select l.lane, l.boot_id, l.node_id, coalesce(tail.seq, 0), coalesce(tail.entry_hash, l.genesis)"
                + UNSEALED + " and l.boot_id = ? order by l.lane limit ?";
        List<OpenLane> lanes = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, bootId);
            query.setInt(2, lanesMax);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    lanes.add(new OpenLane(
                            rows.getLong(1),
                            rows.getObject(2, UUID.class),
                            rows.getString(3),
                            rows.getLong(4),
                            Digest.ofRaw(rows.getBytes(5))));
                }
            }
        }
        return lanes;
    }

    /** Lanes that are not on the list although they are not folded to a seal at their end. Reads all lanes. */
    public List<Long> unlisted() throws SQLException {
        String sql = """
                select l.lane from writ.ledger_lane l
                left join lateral (select e.seq, e.kind from writ.ledger_entry e
                                   where e.lane = l.lane order by e.seq desc limit 1) tail on true
                where not exists (select from writ.lane_open o where o.lane = l.lane)
                  and (tail.kind is distinct from 6
                       or not exists (select from writ.tree_range r
                                      where r.lane = l.lane and r.from_seq <= tail.seq and r.from_seq + r.n > tail.seq))
                order by l.lane""";
        List<Long> lanes = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                lanes.add(rows.getLong(1));
            }
        }
        return lanes;
    }

    /** Whether a transaction of this database waits for the second phase of its commit: it may hold entries of any lane. */
    public boolean hasPreparedTransactions() throws SQLException {
        String sql = "select exists (select from pg_prepared_xacts where database = current_database())";
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            return rows.next() && rows.getBoolean(1);
        }
    }
}
