package io.writ.governance.persistence;

import io.writ.evidence.Digest;
import io.writ.governance.GovernanceException;
import io.writ.governance.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Activations of policy. A row is written by the database with the record of the activation and, other than that, never
 * retired: a bundle that was superseded years ago stays superseded.
 */
public final class ActivationRows {

    /** By number, then by who came first: a node that starts with the older of two records it again, and late. */
    private static final String NEWEST = """
            select rule_set, encode(bundle_sha256, 'hex') as bundle
              from writ.policy_activation
             where tenant_id = ?
             group by rule_set, bundle_sha256
             order by rule_set desc, min(occurred_at) desc, bundle_sha256
             limit 1
            """;

    private static final String OF_BUNDLE =
            "select 1 from writ.policy_activation where tenant_id = ? and bundle_sha256 = ? limit 1";

    /** One activation. */
    public record Row(long ruleSet, Digest bundle) {}

    private final DataSource database;

    public ActivationRows(DataSource database) {
        this.database = database;
    }

    /** Of the bundles of the highest rule set the one that appeared last. */
    public Optional<Row> newest(TenantId tenant) {
        try (Connection connection = database.getConnection();
                TenantStatement statement = TenantStatement.prepare(connection, tenant, NEWEST)) {
            ResultSet row = statement.text(tenant.value()).rows();
            return row.next()
                    ? Optional.of(new Row(row.getLong("rule_set"), new Digest(row.getString("bundle"))))
                    : Optional.empty();
        } catch (SQLException databaseDown) {
            throw new GovernanceException("looking for the newest activation of policy", databaseDown);
        }
    }

    /** Whether this bundle was activated once. */
    public boolean hasActivated(TenantId tenant, Digest bundle) {
        try (Connection connection = database.getConnection();
                TenantStatement statement = TenantStatement.prepare(connection, tenant, OF_BUNDLE)) {
            return statement.text(tenant.value()).digest(bundle).rows().next();
        } catch (SQLException databaseDown) {
            throw new GovernanceException("looking for an activation of this policy", databaseDown);
        }
    }
}
