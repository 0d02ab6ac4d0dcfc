package io.writ.governance.persistence;

import io.writ.evidence.Digest;
import io.writ.governance.GovernanceException;
import io.writ.governance.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Activations of policy, as they were recorded. */
public final class ActivationRows {

    private static final String ACTIVATED = """
            with activation as (
                select convert_from(canonical, 'UTF8')::jsonb as record, occurred_at
                  from writ.decision
                 where tenant_id = ?
                   and event = 'activate_policy'),
            activated as (
                select (record #>> '{detail,rule_set}')::bigint as rule_set,
                       record #>> '{detail,bundle_sha256}' as bundle,
                       occurred_at
                  from activation
                 where record ->> 'outcome' = 'activated')
            """;

    /** By number, then by who came first: a node that starts with the older of two records it again, and late. */
    private static final String NEWEST = ACTIVATED + """
            select rule_set, bundle
              from activated
             group by rule_set, bundle
             order by rule_set desc, min(occurred_at) desc, bundle
             limit 1
            """;

    private static final String OF_BUNDLE = ACTIVATED + "select 1 from activated where bundle = ? limit 1";

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
            return statement.text(tenant.value()).text(bundle.hex()).rows().next();
        } catch (SQLException databaseDown) {
            throw new GovernanceException("looking for an activation of this policy", databaseDown);
        }
    }
}
