package io.writ.governance.persistence;

import io.writ.evidence.EvidenceUnit;
import io.writ.governance.EvidenceRecord;
import io.writ.governance.GovernanceException;
import io.writ.governance.session.SessionKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** What a session was allowed to see, as it was recorded. */
public final class EmittedEvidence {

    /** UUIDs of version 7 ascend with time, so this is the order of release. */
    private static final String SQL = """
            select decision_id::text, unit::text, content from writ.evidence
             where session_id = ?
             order by decision_id, ord
            """;

    private final DataSource database;

    public EmittedEvidence(DataSource database) {
        this.database = database;
    }

    /** Every unit with the decision that released it, oldest first. */
    public List<EvidenceRecord> of(SessionKey key) {
        try (Connection connection = database.getConnection();
                TenantStatement statement = TenantStatement.prepare(connection, key.tenant(), SQL)) {
            ResultSet rows = statement.text(key.session().value()).rows();
            List<EvidenceRecord> found = new ArrayList<>();
            while (rows.next()) {
                found.add(new EvidenceRecord(rows.getString(1), unit(rows)));
            }
            return found;
        } catch (SQLException databaseDown) {
            throw new GovernanceException("loading the evidence of session " + key.session(), databaseDown);
        }
    }

    private static EvidenceUnit unit(ResultSet row) throws SQLException {
        return StoredUnit.read(row.getString("unit"), Optional.ofNullable(row.getString("content")));
    }
}
