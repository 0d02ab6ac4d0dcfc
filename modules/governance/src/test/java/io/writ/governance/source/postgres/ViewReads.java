package io.writ.governance.source.postgres;

import io.writ.governance.TenantId;
import io.writ.governance.policy.Obligations;
import io.writ.governance.policy.TestPermits;
import io.writ.governance.source.QueryScope;
import io.writ.governance.source.Reading;
import io.writ.governance.source.Shipped;
import io.writ.governance.source.SourceDatabase;
import io.writ.governance.source.SourceQuery;
import io.writ.governance.source.SourceQuery.MetricRef;
import io.writ.governance.source.catalogue.Catalogue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Asks the source of record views under permits that fit. */
final class ViewReads {

    static final Duration PRESENT = Duration.ofMinutes(15);

    private final Catalogue catalogue;
    private final PostgresSource source;

    ViewReads(SourceDatabase database) {
        this(Shipped.catalogue(), database.asSource(), Duration.ofSeconds(5));
    }

    ViewReads(Catalogue catalogue, DataSource dataSource, Duration timeout) {
        this.catalogue = catalogue;
        this.source = new PostgresSource(
                catalogue, dataSource, new PostgresSource.Limits(timeout, 200, PRESENT), Clock.systemUTC());
    }

    PostgresSource source() {
        return source;
    }

    Reading read(SourceQuery query) {
        return read(query, Shipped.LOCAL, Obligations.NONE);
    }

    Reading read(SourceQuery query, TenantId tenant, Obligations obligations) {
        return read(query, tenant, obligations, Instant.now());
    }

    Reading read(SourceQuery query, TenantId tenant, Obligations obligations, Instant asOf) {
        var resource = QueryScope.of(query, catalogue, tenant);
        var permit = TestPermits.permit(
                tenant, resource, obligations, asOf, Instant.now().plusSeconds(30));
        return source.read(permit, query);
    }

    Reading.RowSet rows(SourceQuery query, TenantId tenant, Obligations obligations) {
        return (Reading.RowSet) read(query, tenant, obligations);
    }

    Reading.RowSet rows(SourceQuery query) {
        return (Reading.RowSet) read(query);
    }

    Reading.Figures figures(SourceQuery query, TenantId tenant, Obligations obligations) {
        return (Reading.Figures) read(query, tenant, obligations);
    }

    Reading.Figures figures(SourceQuery query) {
        return (Reading.Figures) read(query);
    }

    static SourceQuery.Rows of(String view, Map<String, String> filter, String... fields) {
        return new SourceQuery.Rows(view, List.of(fields), filter);
    }

    static SourceQuery.Aggregate count(String view, String field, String... groupBy) {
        return new SourceQuery.Aggregate(
                view,
                List.of(new MetricRef("count", field)),
                List.of(groupBy),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
