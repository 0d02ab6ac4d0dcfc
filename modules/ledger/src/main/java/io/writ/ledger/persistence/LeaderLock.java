package io.writ.ledger.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The advisory lock of whoever grows the tree: one session of the database holds it at a time. */
public final class LeaderLock {

    /** "WRIT" and 1: any constant would do that nobody else in the database uses. */
    static final long KEY = 0x57524954_00000001L;

    private static final String HELD = " from pg_locks l where l.locktype = 'advisory' and l.granted"
            + " and l.classid::bigint = " + (KEY >>> Integer.SIZE) + " and l.objid::bigint = " + (KEY & 0xffff_ffffL)
            + " and l.objsubid = 1 and l.database = (select oid from pg_database where datname = current_database())";

    private final Connection connection;

    public LeaderLock(Connection connection) {
        this.connection = connection;
    }

    /** Takes it for this session; false when another one has it. */
    public boolean take() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select pg_try_advisory_lock(" + KEY + ")");
                ResultSet rows = query.executeQuery()) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    public void release() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select pg_advisory_unlock(" + KEY + ")")) {
            query.execute();
        }
    }

    /** Whether some session has it. */
    public boolean isHeld() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select exists (select" + HELD + ")");
                ResultSet rows = query.executeQuery()) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    /** The session that has it, in words. */
    public Optional<String> holder() throws SQLException {
        String sql = "select 'process ' || a.pid || ' of the database, user ' || coalesce(a.usename, 'unknown')"
                + " || coalesce(' from ' || host(a.client_addr), ' on the same machine')"
                + " from pg_stat_activity a where a.pid in (select l.pid" + HELD + ")";
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        }
    }
}
