package io.writ.governance.persistence;

import io.writ.governance.CanonicalRecord;
import io.writ.governance.GovernanceException;
import io.writ.governance.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Records of a tenant, and notices, which are nobody's, as they were hashed. */
public final class CanonicalRows {

    private static final String SQL = """
            select canonical from writ.decision where decision_id = ?
            union all
            select canonical from writ.ledger_notice where record_id = ?
            """;

    private final DataSource database;

    public CanonicalRows(DataSource database) {
        this.database = database;
    }

    public Optional<CanonicalRecord> one(TenantId tenant, UUID recordId) {
        try (Connection connection = database.getConnection();
                TenantStatement statement = TenantStatement.prepare(connection, tenant, SQL)) {
            ResultSet row = statement.uuid(recordId).uuid(recordId).rows();
            return row.next() ? Optional.of(new CanonicalRecord(row.getBytes("canonical"))) : Optional.empty();
        } catch (SQLException databaseDown) {
            throw new GovernanceException("reading record " + recordId, databaseDown);
        }
    }
}
