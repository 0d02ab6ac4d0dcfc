package io.writ.governance.persistence;

import io.writ.evidence.StrictJson;
import io.writ.governance.GovernanceException;
import io.writ.governance.session.SessionKey;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Decisions of one session with their ledger entries. */
public final class DecisionRows {

    private static final String SQL = """
            select decision.canonical, coalesce(entry.lane, 0) as lane, coalesce(entry.seq, 0) as seq,
                   coalesce(encode(entry.entry_hash, 'hex'), '') as entry_hash
              from writ.decision
              left join writ.ledger_entry entry
                on entry.record_id = decision.decision_id
               and entry.leaf_hash = sha256('\\x10'::bytea || decision.canonical)
             where decision.session_id = ?
             order by decision.occurred_at, decision.decision_id
            """;

    private final DataSource database;

    public DecisionRows(DataSource database) {
        this.database = database;
    }

    /** The canonical record, and where the ledger holds its leaf: lane and entry 0 when it holds none, or another one. */
    public record Entered(JsonObject canonical, long lane, long seq, String entryHash) {}

    /** Oldest first. */
    public List<Entered> of(SessionKey key) {
        try (Connection connection = database.getConnection();
                TenantStatement statement = TenantStatement.prepare(connection, key.tenant(), SQL)) {
            ResultSet rows = statement.text(key.session().value()).rows();
            List<Entered> found = new ArrayList<>();
            while (rows.next()) {
                found.add(new Entered(
                        StrictJson.parseObject(rows.getBytes("canonical")),
                        rows.getLong("lane"),
                        rows.getLong("seq"),
                        rows.getString("entry_hash")));
            }
            return found;
        } catch (SQLException databaseDown) {
            throw new GovernanceException("loading the decisions of session " + key.session(), databaseDown);
        }
    }
}
