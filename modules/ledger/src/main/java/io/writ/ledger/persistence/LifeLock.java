package io.writ.ledger.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * The advisory lock by which a process that opens lanes is known to live. It is held in shared mode, so that a process
 * whose connection broke takes it again before the server has noticed; whoever seals needs it alone.
 *
 * <p>The key is half of the boot id, in the space of two-part keys, where the leader's lock is not. Should two boots ever
 * share it, lanes of the one are sealed when the other is gone too.
 */
public final class LifeLock {

    private final Connection connection;

    public LifeLock(Connection connection) {
        this.connection = connection;
    }

    /** Holds the lock until the session ends; false while somebody seals the lanes of this boot. */
    public boolean hold(UUID bootId) throws SQLException {
        return isTrue("select pg_try_advisory_lock_shared(?, ?)", bootId);
    }

    /** The session holds no lock any more. */
    public void letGo() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select pg_advisory_unlock_all()")) {
            query.execute();
        }
    }

    /** Until the end of the transaction nobody else has the lock of this boot; false when somebody lives by it. */
    public boolean exclude(UUID bootId) throws SQLException {
        return isTrue("select pg_try_advisory_xact_lock(?, ?)", bootId);
    }

    /** Those of these boots that nobody lives by. */
    public Set<UUID> free(Set<UUID> bootIds) throws SQLException {
        String sql = "select classid::bigint, objid::bigint from pg_locks where locktype = 'advisory' and granted"
                + " and objsubid = 2 and database = (select oid from pg_database where datname = current_database())";
        Set<Long> held = new HashSet<>();
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                held.add(rows.getLong(1) << Integer.SIZE | rows.getLong(2));
            }
        }
        Set<UUID> free = new HashSet<>(bootIds);
        free.removeIf(boot -> held.contains(key(boot)));
        return free;
    }

    private boolean isTrue(String sql, UUID bootId) throws SQLException {
        long key = key(bootId);
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setInt(1, (int) (key >>> Integer.SIZE));
            query.setInt(2, (int) key);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    /** The half that is random in UUIDs of every version that we make. */
    private static long key(UUID bootId) {
        return bootId.getLeastSignificantBits();
    }
}
