package io.writ.ledger.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which anchors the log has had, and which of them were given up. */
public final class StoredAnchors {

    private final Connection connection;

    public StoredAnchors(Connection connection) {
        this.connection = connection;
    }

    /**
     * An anchor that a leader has consulted.
     *
     * @param retired empty while it is missed when it is not there
     */
    public record Used(String name, Instant since, Optional<Retired> retired) {}

    /** That an anchor was given up. */
    public record Retired(Instant at, String reason) {}

    /** All of them, by name. */
    public List<Used> used() throws SQLException {
        String sql = "select name, used_since, retired_at, reason"
                + " from writ.ledger_anchor left join writ.ledger_anchor_retired using (name) order by name";
        List<Used> used = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                used.add(new Used(
                        rows.getString(1), moment(rows, 2), retired(rows.getObject(3, OffsetDateTime.class), rows)));
            }
        }
        return used;
    }

    /** Remembers that a leader consults these. */
    public void use(List<String> names) throws SQLException {
        String sql = "insert into writ.ledger_anchor (name) values (?) on conflict do nothing";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (String name : names) {
                insert.setString(1, name);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Gives one up; false when that was done before. Only the owner may. */
    public boolean retire(String name, String reason) throws SQLException {
        String sql = "insert into writ.ledger_anchor_retired (name, reason) values (?, ?) on conflict do nothing";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, name);
            insert.setString(2, reason);
            return insert.executeUpdate() == 1;
        }
    }

    private static Optional<Retired> retired(@Nullable OffsetDateTime at, ResultSet rows) throws SQLException {
        return at == null ? Optional.empty() : Optional.of(new Retired(at.toInstant(), rows.getString(4)));
    }

    private static Instant moment(ResultSet rows, int column) throws SQLException {
        return rows.getObject(column, OffsetDateTime.class).toInstant();
    }
}
