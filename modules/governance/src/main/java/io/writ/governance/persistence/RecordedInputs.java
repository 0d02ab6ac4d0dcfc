package io.writ.governance.persistence;

import io.writ.governance.GovernanceException;
import io.writ.governance.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Decisions with what policy was asked, newest first, page by page: however long somebody works on them, memory stays
 * bounded and no transaction stays open.
 */
public final class RecordedInputs {

    private static final String COLUMNS = "select decision_id, tenant_id, occurred_at, canonical, policy_input";

    /** Both orders are those of an index: the ids of decisions ascend with time. */
    private static final String OF_TENANT = COLUMNS + """

              from writ.decision
             where tenant_id = ? and (occurred_at, decision_id) < (?, ?)
             order by occurred_at desc, decision_id desc
             limit ?
            """;

    private static final String OF_ALL = COLUMNS + """

              from writ.decision
             where decision_id < ?
             order by decision_id desc
             limit ?
            """;

    private static final String SEES_ALL = """
            select not row_security_active('writ.decision') or pg_has_role(current_user, 'writ_auditor', 'usage')
            """;

    private final DataSource database;

    public RecordedInputs(DataSource database) {
        this.database = database;
    }

    /**
     * One decision.
     *
     * @param input what policy was asked; absent when it was not asked or when the input was erased
     */
    public record Recorded(
            UUID id, TenantId tenant, Instant occurredAt, CanonicalBytes canonical, Optional<CanonicalBytes> input) {

        /** Where a reader goes on after this one. */
        public Place place() {
            return new Place(occurredAt, id);
        }
    }

    /** A place in the order of decisions; what is older lies behind it. */
    public record Place(Instant occurredAt, UUID id) {

        /** Before the newest. The year is the last that PostgreSQL and Java write alike. */
        public static final Place START = new Place(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1L, -1L));
    }

    /** Tells whether row security hides no tenant from this database user. */
    public boolean showsEveryTenant() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(SEES_ALL);
                ResultSet row = query.executeQuery()) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException databaseDown) {
            throw new GovernanceException("asking which tenants this database user sees", databaseDown);
        }
    }

    /** The next decisions of one tenant. */
    public List<Recorded> page(TenantId tenant, Place after, int limit) {
        try (Connection connection = database.getConnection();
                TenantStatement statement = TenantStatement.prepare(connection, tenant, OF_TENANT)) {
            return read(statement
                    .text(tenant.value())
                    .instant(after.occurredAt())
                    .uuid(after.id())
                    .number(limit)
                    .rows());
        } catch (SQLException databaseDown) {
            throw new GovernanceException("reading recorded policy inputs of a tenant", databaseDown);
        }
    }

    /** The next decisions of all tenants that this database user sees. */
    public List<Recorded> page(Place after, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(OF_ALL)) {
            query.setObject(1, after.id());
            query.setInt(2, limit);
            try (ResultSet rows = query.executeQuery()) {
                return read(rows);
            }
        } catch (SQLException databaseDown) {
            throw new GovernanceException("reading recorded policy inputs", databaseDown);
        }
    }

    private static List<Recorded> read(ResultSet rows) throws SQLException {
        List<Recorded> page = new ArrayList<>();
        while (rows.next()) {
            page.add(new Recorded(
                    rows.getObject("decision_id", UUID.class),
                    new TenantId(rows.getString("tenant_id")),
                    rows.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                    CanonicalBytes.ofStored(rows.getBytes("canonical")),
                    Optional.ofNullable(rows.getBytes("policy_input")).map(CanonicalBytes::ofStored)));
        }
        return page;
    }
}
