package io.writ.ledger.tree;

import io.writ.ledger.TreeLag;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Measures how long the oldest entry has been waiting to come under a checkpoint. Record ids carry their time. */
final class StoredLag {

    private static final String SQL = """
            select coalesce((select max(size) from writ.tree_checkpoint), 0),
                   (select min(uuid_extract_timestamp(waiting.record_id))
                    from writ.ledger_lane l
                    cross join lateral (select e.record_id from writ.ledger_entry e
                        where e.lane = l.lane and e.seq > coalesce((select r.from_seq + r.n - 1 from writ.tree_range r
                            where r.lane = l.lane order by r.from_seq desc limit 1), 0)
                        order by e.seq limit 1) waiting),
                   exists (select from pg_locks where locktype = 'advisory' and granted
                           and classid::bigint = ? and objid::bigint = ? and objsubid = 1
                           and database = (select oid from pg_database where datname = current_database()))""";

    private final Connection connection;
    private final Clock clock;

    StoredLag(Connection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    TreeLag measured() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SQL)) {
            query.setLong(1, Leadership.LOCK >>> Integer.SIZE);
            query.setLong(2, Leadership.LOCK & 0xffff_ffffL);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return new TreeLag(rows.getLong(1), age(rows.getTimestamp(2)), rows.getBoolean(3));
            }
        }
    }

    private Duration age(Timestamp oldest) {
        if (oldest == null) {
            return Duration.ZERO;
        }
        Instant recorded = oldest.toInstant();
        Instant now = clock.instant();
        return recorded.isAfter(now) ? Duration.ZERO : Duration.between(recorded, now);
    }
}
