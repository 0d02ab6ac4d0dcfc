package io.writ.governance.persistence;

import io.writ.evidence.Digest;
import io.writ.governance.TenantId;
import io.writ.ledger.LedgerEntry;
import io.writ.ledger.append.EntryInsert;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A statement that runs as one tenant. Setting the tenant and the statement itself travel in one round trip, so row
 * security costs none; without a tenant the tables look empty. Parameters are bound in the order of the text.
 */
final class TenantStatement implements AutoCloseable {

    /** A statement that takes longer is stuck; whoever waits for it gives up and releases nothing. */
    private static final String AS_TENANT =
            "select set_config('writ.tenant_id', ?, true), set_config('statement_timeout', '10s', true); ";

    /** Whoever holds a row for longer is no call: an erasure, for instance. Waiting, we hold a lane and a connection. */
    private static final String PATIENTLY_AS_TENANT = "select set_config('writ.tenant_id', ?, true),"
            + " set_config('statement_timeout', '10s', true), set_config('lock_timeout', '5s', true); ";

    /** Whoever writes for many waits for nobody who holds a row: others would wait with it. */
    private static final String IMPATIENTLY_AS_TENANT = "select set_config('writ.tenant_id', ?, true),"
            + " set_config('statement_timeout', '10s', true), set_config('lock_timeout', '50ms', true); ";

    private final PreparedStatement statement;
    private int next = 1;

    private TenantStatement(PreparedStatement statement) {
        this.statement = statement;
    }

    static TenantStatement prepare(Connection connection, TenantId tenant, String sql) throws SQLException {
        return new TenantStatement(connection.prepareStatement(AS_TENANT.concat(sql))).text(tenant.value());
    }

    /** The same, but it waits for a row that somebody else holds no longer than a call may. */
    static TenantStatement patient(Connection connection, TenantId tenant, String sql) throws SQLException {
        return new TenantStatement(connection.prepareStatement(PATIENTLY_AS_TENANT.concat(sql))).text(tenant.value());
    }

    /** The same, but it fails rather than wait for a row that somebody else holds. */
    static TenantStatement impatient(Connection connection, TenantId tenant, String sql) throws SQLException {
        return new TenantStatement(connection.prepareStatement(IMPATIENTLY_AS_TENANT.concat(sql))).text(tenant.value());
    }

    TenantStatement text(String value) throws SQLException {
        statement.setString(next++, value);
        return this;
    }

    TenantStatement text(Optional<String> value) throws SQLException {
        if (value.isPresent()) {
            return text(value.get());
        }
        statement.setNull(next++, Types.VARCHAR);
        return this;
    }

    TenantStatement number(int value) throws SQLException {
        statement.setInt(next++, value);
        return this;
    }

    TenantStatement number(long value) throws SQLException {
        statement.setLong(next++, value);
        return this;
    }

    TenantStatement nothing(int sqlType) throws SQLException {
        statement.setNull(next++, sqlType);
        return this;
    }

    TenantStatement uuid(UUID value) throws SQLException {
        statement.setObject(next++, value);
        return this;
    }

    TenantStatement number(OptionalInt value) throws SQLException {
        return value.isPresent() ? number(value.getAsInt()) : nothing(Types.INTEGER);
    }

    TenantStatement uuid(Optional<UUID> value) throws SQLException {
        return value.isPresent() ? uuid(value.get()) : nothing(Types.OTHER);
    }

    /** A mark that most rows do not have takes no room in them. */
    TenantStatement trueOrNothing(boolean value) throws SQLException {
        if (value) {
            statement.setBoolean(next++, true);
            return this;
        }
        return nothing(Types.BOOLEAN);
    }

    TenantStatement instant(Instant value) throws SQLException {
        statement.setObject(next++, value.atOffset(ZoneOffset.UTC));
        return this;
    }

    TenantStatement digest(Digest value) throws SQLException {
        statement.setBytes(next++, value.bytes());
        return this;
    }

    TenantStatement digest(Optional<Digest> value) throws SQLException {
        return value.isPresent() ? digest(value.get()) : nothing(Types.BINARY);
    }

    TenantStatement canonical(CanonicalBytes value) throws SQLException {
        statement.setBytes(next++, value.bytes());
        return this;
    }

    TenantStatement canonical(Optional<CanonicalBytes> value) throws SQLException {
        return value.isPresent() ? canonical(value.get()) : nothing(Types.BINARY);
    }

    TenantStatement bytes(byte[] value) throws SQLException {
        statement.setBytes(next++, value);
        return this;
    }

    TenantStatement array(String elementType, @Nullable Object[] elements) throws SQLException {
        statement.setArray(next++, statement.getConnection().createArrayOf(elementType, elements));
        return this;
    }

    /** One column of the rows, as an array; so are the next three. */
    <R> TenantStatement texts(List<R> rows, Function<R, ? extends @Nullable String> column) throws SQLException {
        return array("text", rows.stream().map(column).toArray(String[]::new));
    }

    <R> TenantStatement bytes(List<R> rows, Function<R, byte @Nullable []> column) throws SQLException {
        return array("bytea", rows.stream().map(column).toArray(byte[][]::new));
    }

    <R> TenantStatement integers(List<R> rows, Function<R, ? extends @Nullable Integer> column) throws SQLException {
        return array("int4", rows.stream().map(column).toArray(Integer[]::new));
    }

    <R> TenantStatement longs(List<R> rows, Function<R, Long> column) throws SQLException {
        return array("int8", rows.stream().map(column).toArray(Long[]::new));
    }

    TenantStatement entry(LedgerEntry entry) throws SQLException {
        next = EntryInsert.bind(statement, next, entry);
        return this;
    }

    /** Executes, and returns the rows of the statement that follows the tenant setting. */
    ResultSet rows() throws SQLException {
        statement.execute();
        if (!statement.getMoreResults()) {
            throw new SQLException("the statement returned no rows after its tenant was set");
        }
        return statement.getResultSet();
    }

    /** Executes, and returns how many rows the statement that follows the tenant setting changed. */
    int changed() throws SQLException {
        statement.execute();
        if (statement.getMoreResults()) {
            throw new SQLException("the statement returned rows after its tenant was set");
        }
        return statement.getUpdateCount();
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
