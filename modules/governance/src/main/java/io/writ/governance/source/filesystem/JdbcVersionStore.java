package io.writ.governance.source.filesystem;

import io.writ.governance.TenantId;
import io.writ.governance.source.Reading;
import io.writ.governance.source.SourceFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Versions in table {@code writ.source_version}. Every call is one round trip and, by autocommit, one transaction of its
 * own; the tenant is set inside it, so row-level security holds and a pooled connection remembers nothing.
 */
final class JdbcVersionStore implements VersionStore {

    private static final String SOURCE = "fs_corpus";
    private static final String TENANT = "select set_config('writ.tenant_id', ?, true); ";

    /** More versions than anybody reads; the newest are the ones wanted. */
    private static final int VERSIONS_MAX = 200;

    private static final String LATEST = """
            select distinct on (object_id) object_id, version_id, observed_at from writ.source_version
            where tenant_id = ? and source = ? order by object_id, observed_at desc, version_id""";

    private static final String ADD = """
            insert into writ.source_version (tenant_id, source, object_id, version_id, observed_at, content)
            select ?, ?, o.object_id, o.version_id, o.observed_at, o.content
            from unnest(?::text[], ?::text[], ?::timestamptz[], ?::bytea[])
                as o (object_id, version_id, observed_at, content)
            on conflict do nothing returning 1""";

    private static final String AT = """
            select distinct on (object_id) object_id, version_id, content from (
                select object_id, version_id, observed_at, content,
                    lead(observed_at) over (partition by object_id order by observed_at) as until
                from writ.source_version
                where tenant_id = ? and source = ? and object_id = any (?)) as held
            where version_id <> 'unknown' and observed_at < ? and (until is null or until > ?)
            order by object_id, observed_at desc""";

    private static final String VERSIONS = """
            select version_id, max(observed_at) as seen from writ.source_version
            where tenant_id = ? and source = ? and object_id = ? and observed_at < ?
                and version_id not in ('unknown', 'absent')
            group by version_id order by seen desc, version_id limit ?""";

    private final DataSource dataSource;

    JdbcVersionStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Puts values into a statement, from the fourth parameter on. */
    @FunctionalInterface
    private interface Binding {
        void bind(Connection connection, PreparedStatement statement) throws SQLException;
    }

    /** Takes one row. */
    @FunctionalInterface
    private interface Row {
        void take(ResultSet row) throws SQLException;
    }

    @Override
    public Map<String, Mark> latest(TenantId tenant) {
        Map<String, Mark> latest = new HashMap<>();
        run(
                "reading the latest versions",
                tenant,
                LATEST,
                (_, _) -> {},
                row -> latest.put(row.getString(1), new Mark(row.getString(2), moment(row, 3))));
        return latest;
    }

    @Override
    public void add(TenantId tenant, Collection<Observation> observations) {
        List<Observation> batch = List.copyOf(observations);
        run(
                "storing " + batch.size() + " observations",
                tenant,
                ADD,
                (connection, statement) -> {
                    statement.setArray(
                            4,
                            connection.createArrayOf(
                                    "text",
                                    batch.stream().map(Observation::objectId).toArray()));
                    statement.setArray(
                            5,
                            connection.createArrayOf(
                                    "text",
                                    batch.stream()
                                            .map(each -> each.state().versionId())
                                            .toArray()));
                    statement.setArray(
                            6,
                            connection.createArrayOf(
                                    "timestamptz",
                                    batch.stream()
                                            .map(each -> each.since().toString())
                                            .toArray()));
                    statement.setArray(
                            7,
                            connection.createArrayOf(
                                    "bytea",
                                    batch.stream()
                                            .map(each -> content(each.state()))
                                            .toArray(byte[][]::new)));
                },
                _ -> {});
    }

    @Override
    public Map<String, FileState> at(TenantId tenant, Collection<String> objectIds, Instant asOf) {
        Map<String, FileState> states = new HashMap<>();
        run(
                "reading versions as of " + asOf,
                tenant,
                AT,
                (connection, statement) -> {
                    statement.setArray(4, connection.createArrayOf("text", objectIds.toArray()));
                    statement.setObject(5, VersionStore.endOf(asOf).atOffset(ZoneOffset.UTC));
                    statement.setObject(6, asOf.atOffset(ZoneOffset.UTC));
                },
                row -> states.put(row.getString(1), state(row.getString(2), row.getBytes(3))));
        return states;
    }

    @Override
    public List<Reading.Version> versions(TenantId tenant, String objectId, Instant asOf) {
        List<Reading.Version> versions = new ArrayList<>();
        run(
                "listing the versions of " + objectId,
                tenant,
                VERSIONS,
                (_, statement) -> {
                    statement.setString(4, objectId);
                    statement.setObject(5, VersionStore.endOf(asOf).atOffset(ZoneOffset.UTC));
                    statement.setInt(6, VERSIONS_MAX);
                },
                row -> versions.add(new Reading.Version(row.getString(1), moment(row, 2))));
        return versions;
    }

    private void run(String attempt, TenantId tenant, String query, Binding binding, Row row) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(TENANT + query)) {
            statement.setString(1, tenant.value());
            statement.setString(2, tenant.value());
            statement.setString(3, SOURCE);
            binding.bind(connection, statement);
            statement.execute();
            if (!statement.getMoreResults()) {
                throw new SQLException("no result after the tenant was set");
            }
            try (ResultSet rows = statement.getResultSet()) {
                while (rows.next()) {
                    row.take(rows);
                }
            }
        } catch (SQLException error) {
            throw new VersionStoreException(attempt, error);
        }
    }

    private static byte[] content(FileState state) {
        return switch (state) {
            case FileState.Held held -> held.text().bytes();
            case FileState.Unknown _, FileState.Absent _ -> new byte[0];
        };
    }

    private static FileState state(String versionId, byte @Nullable [] content) {
        if (content == null) {
            return new FileState.Unknown(SourceFailure.AS_OF_NOT_HELD, "the remembered version was erased");
        }
        if (versionId.equals(FileState.Absent.MARK)) {
            return new FileState.Absent();
        }
        return TextDocument.of(content)
                .filter(text -> text.versionId().equals(versionId))
                .<FileState>map(FileState.Held::new)
                .orElseGet(() -> new FileState.Unknown(SourceFailure.DOWN, "the remembered version is damaged"));
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
