package io.writ.governance.source.postgres;

import io.writ.governance.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Runs one query for one tenant within one time limit, in one round trip.
 *
 * <p>The settings are local to the transaction. With autocommit the driver sends both statements in one batch that ends
 * with a single Sync, which PostgreSQL runs as one transaction: the settings hold for the query and are gone after it,
 * so a pooled connection never remembers a tenant.
 */
final class RoundTrip {

    /** Turns the rows of a query into what is wanted of them. */
    @FunctionalInterface
    interface Rows<T> {
        T read(ResultSet rows) throws SQLException;
    }

    private static final String SETTINGS =
            "select set_config('statement_timeout', ?, true), set_config('writ.tenant_id', ?, true); ";

    private final DataSource dataSource;
    private final Duration timeout;

    RoundTrip(DataSource dataSource, Duration timeout) {
        this.dataSource = dataSource;
        this.timeout = timeout;
    }

    <T> T run(TenantId tenant, Sql query, Rows<T> rows) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(SETTINGS + query.text())) {
            statement.setString(1, Long.toString(Math.max(1, timeout.toMillis())));
            statement.setString(2, tenant.value());
            query.bind(statement, 3);
            statement.execute();
            if (!statement.getMoreResults()) {
                throw new SQLException("the query gave no rows after the settings");
            }
            try (ResultSet result = statement.getResultSet()) {
                return rows.read(result);
            }
        }
    }
}
