package io.writ.governance.persistence;

import io.writ.governance.GovernanceException;
import io.writ.governance.SessionId;
import io.writ.governance.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Intents that have no end yet. Whether one is due is a question to the clock of the database. */
public final class PendingIntents {

    private static final String DUE =
            "select tenant_id, intent_id from writ.due_intents(? * interval '1 millisecond', ?)";

    private static final String ONE = """
            select session_id, event, due_at from writ.pending_intent where intent_id = ?
            """;

    private final DataSource database;

    public PendingIntents(DataSource database) {
        this.database = database;
    }

    /** Whose intent is due; row security shows nothing more of it than this. */
    public record Due(TenantId tenant, UUID intent) {}

    /**
     * An intent that has no end.
     *
     * @param session the run that it opened, or that it belongs to
     */
    public record Pending(Optional<SessionId> session, String event, Instant dueAt) {}

    /** Those that are due for longer than this, of all tenants, the oldest first. */
    public List<Due> due(Duration grace, int rowsMax) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(DUE)) {
            query.setLong(1, grace.toMillis());
            query.setInt(2, rowsMax);
            try (ResultSet rows = query.executeQuery()) {
                List<Due> due = new ArrayList<>();
                while (rows.next()) {
                    due.add(new Due(new TenantId(rows.getString(1)), rows.getObject(2, UUID.class)));
                }
                return due;
            }
        } catch (SQLException databaseDown) {
            throw new GovernanceException("looking for intents that are due", databaseDown);
        }
    }

    /** What is known of it; empty when it was ended meanwhile. */
    public Optional<Pending> find(Due due) {
        try (Connection connection = database.getConnection();
                TenantStatement statement = TenantStatement.prepare(connection, due.tenant(), ONE)) {
            ResultSet row = statement.uuid(due.intent()).rows();
            return row.next()
                    ? Optional.of(new Pending(
                            Optional.ofNullable(row.getString("session_id")).map(SessionId::new),
                            row.getString("event"),
                            SessionRow.instant(row, "due_at")))
                    : Optional.empty();
        } catch (SQLException databaseDown) {
            throw new GovernanceException("looking for intent " + due.intent(), databaseDown);
        }
    }
}
