package io.writ.governance.persistence;

import io.writ.evidence.Digest;
import io.writ.governance.GovernanceException;
import io.writ.governance.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;

/** Activations of policy, as they were recorded. */
public final class ActivationRows {

    private static final String NEWEST = """
            select (convert_from(canonical, 'UTF8')::jsonb #>> '{detail,rule_set}')::bigint as rule_set,
                   convert_from(canonical, 'UTF8')::jsonb #>> '{detail,bundle_sha256}' as bundle
              from writ.decision
             where tenant_id = ?
               and event = 'activate_policy'
               and convert_from(canonical, 'UTF8')::jsonb ->> 'outcome' = 'activated'
             order by occurred_at desc, decision_id desc
             limit 1
            """;

    private final DataSource database;

    public ActivationRows(DataSource database) {
        this.database = database;
    }

    /** The number of the rule set that was activated last. */
    public Optional<Long> newestRuleSet(TenantId tenant) {
        return newest(tenant, row -> row.getLong("rule_set"));
    }

    /** The digest of the bundle that was activated last. */
    public Optional<Digest> newestBundle(TenantId tenant) {
        return newest(tenant, row -> Digest.ofRaw(HexFormat.of().parseHex(row.getString("bundle"))));
    }

    private <T> Optional<T> newest(TenantId tenant, Reading<T> reading) {
        try (Connection connection = database.getConnection();
                TenantStatement statement = TenantStatement.prepare(connection, tenant, NEWEST)) {
            ResultSet row = statement.text(tenant.value()).rows();
            return row.next() ? Optional.of(reading.of(row)) : Optional.empty();
        } catch (SQLException databaseDown) {
            throw new GovernanceException("looking for the newest activation of policy", databaseDown);
        }
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }
}
