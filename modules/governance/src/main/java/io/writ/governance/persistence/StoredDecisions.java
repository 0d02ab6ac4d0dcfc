package io.writ.governance.persistence;

import io.writ.governance.GovernanceException;
import io.writ.governance.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Tells which decisions are there, when a commit did not. */
final class StoredDecisions {

    private static final String AMONG = "select decision_id from writ.decision where decision_id = any(?)";

    private final DataSource database;

    StoredDecisions(DataSource database) {
        this.database = database;
    }

    Set<UUID> among(TenantId tenant, List<UUID> decisions) {
        try (Connection connection = database.getConnection();
                TenantStatement statement = TenantStatement.prepare(connection, tenant, AMONG)) {
            ResultSet rows = statement.array("uuid", decisions.toArray()).rows();
            Set<UUID> found = new HashSet<>();
            while (rows.next()) {
                found.add(rows.getObject(1, UUID.class));
            }
            return found;
        } catch (SQLException databaseDown) {
            throw new GovernanceException("looking for " + decisions.size() + " decisions", databaseDown);
        }
    }
}
