package io.writ.ledger.persistence;

import io.writ.evidence.Digest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Single checkpoints of the stored tree. */
public final class StoredCheckpoints {

    private static final String SELECT = "select size, root, edge, note from writ.tree_checkpoint";

    private final Connection connection;

    public StoredCheckpoints(Connection connection) {
        this.connection = connection;
    }

    public Optional<CheckpointRow> newest() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SELECT + " order by size desc limit 1")) {
            return read(query);
        }
    }

    /** The one of exactly this size. */
    public Optional<CheckpointRow> ofSize(long size) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SELECT + " where size = ?")) {
            query.setLong(1, size);
            return read(query);
        }
    }

    private static Optional<CheckpointRow> read(PreparedStatement query) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            return rows.next()
                    ? Optional.of(new CheckpointRow(
                            rows.getLong(1),
                            Digest.ofRaw(rows.getBytes(2)),
                            Digest.of(rows.getBytes(3)),
                            rows.getString(4)))
                    : Optional.empty();
        }
    }
}
