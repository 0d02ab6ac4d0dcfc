package io.writ.ledger.tree;

import io.writ.ledger.TreeLag;
import io.writ.ledger.persistence.LeaderLock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Measures how long the oldest entry has been waiting to come under a checkpoint. Record ids carry their time. What stands
 * behind a hole, or behind a notice of a key that leads nowhere, waits for nothing and is the finding of others: it must not make every node unready for ever.
 */
final class StoredLag {

    private static final String SQL = """
            select coalesce((select max(size) from writ.tree_checkpoint), 0), w.oldest, w.backlog
            from (select min(uuid_extract_timestamp(waiting.record_id)) as oldest,
                         coalesce(max(extract(epoch from uuid_extract_timestamp(newest.record_id)
                                                         - uuid_extract_timestamp(waiting.record_id))), 0) as backlog
                  from writ.lane_open l
                  cross join lateral (select e.record_id from writ.ledger_entry e
                      where e.lane = l.lane and e.seq = coalesce((select r.from_seq + r.n from writ.tree_range r
                          where r.lane = l.lane order by r.from_seq desc limit 1), 1)
                        and e.kind not in (7, 8)) waiting
                  cross join lateral (select e.record_id from writ.ledger_entry e
                      where e.lane = l.lane order by e.seq desc limit 1) newest) w""";

    private static final long MILLIS_PER_SECOND = 1_000;

    private final Connection connection;
    private final Clock clock;

    StoredLag(Connection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    TreeLag measured() throws SQLException {
        boolean sequencing = new LeaderLock(connection).isHeld();
        try (PreparedStatement query = connection.prepareStatement(SQL);
                ResultSet rows = query.executeQuery()) {
            rows.next();
            Timestamp oldest = rows.getTimestamp(2);
            long backlogMillis = Math.max(0, (long) (rows.getDouble(3) * MILLIS_PER_SECOND));
            return new TreeLag(
                    rows.getLong(1), age(oldest), Duration.ofMillis(backlogMillis), oldest != null, sequencing);
        }
    }

    private Duration age(@Nullable Timestamp oldest) {
        if (oldest == null) {
            return Duration.ZERO;
        }
        Instant recorded = oldest.toInstant();
        Instant now = clock.instant();
        return recorded.isAfter(now) ? Duration.ZERO : Duration.between(recorded, now);
    }
}
