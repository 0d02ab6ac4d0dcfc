package io.writ.ledger.witness;

import io.writ.ledger.merkle.TreeHash;
import io.writ.ledger.signing.Checkpoint;
import io.writ.ledger.signing.SignedNote;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

/** What this witness has signed, a row per log. A row moves forward only, and only from where the request began. */
final class WitnessedLogs {

    /** Whoever finds the row moved since the check changes nothing and is told so. */
    private static final String ADVANCE = """
            insert into writ.witnessed_log as seen (origin, size, root, note, witnessed_at) values (?, ?, ?, ?, ?)
            on conflict (origin) do update
               set size = excluded.size, root = excluded.root, note = excluded.note,
                   witnessed_at = excluded.witnessed_at
             where seen.size = ? and seen.root = ?""";

    private final Connection connection;

    WitnessedLogs(Connection connection) {
        this.connection = connection;
    }

    /** What was seen of a log. */
    record Seen(long size, TreeHash root) {

        /** Of a log that was never seen. */
        static final Seen NOTHING = new Seen(0, TreeHash.ofEmptyTree());
    }

    Seen of(String origin) throws SQLException {
        String sql = "select size, root from writ.witnessed_log where origin = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, origin);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? new Seen(rows.getLong(1), TreeHash.ofRaw(rows.getBytes(2))) : Seen.NOTHING;
            }
        }
    }

    Optional<String> note(String origin) throws SQLException {
        String sql = "select note from writ.witnessed_log where origin = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, origin);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }

    /** Remembers a checkpoint; false when something else has been seen meanwhile. */
    boolean advance(Seen from, SignedNote note, Instant now) throws SQLException {
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        try (PreparedStatement insert = connection.prepareStatement(ADVANCE)) {
            insert.setString(1, checkpoint.origin());
            insert.setLong(2, checkpoint.size());
            insert.setBytes(3, checkpoint.root().bytes());
            insert.setString(4, note.written());
            insert.setTimestamp(5, Timestamp.from(now));
            insert.setLong(6, from.size());
            insert.setBytes(7, from.root().bytes());
            return insert.executeUpdate() == 1;
        }
    }
}
