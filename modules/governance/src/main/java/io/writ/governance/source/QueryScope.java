package io.writ.governance.source;

import io.writ.governance.TenantId;
import io.writ.governance.policy.Resource;
import io.writ.governance.source.SourceQuery.MetricRef;
import io.writ.governance.source.catalogue.Catalogue;
import io.writ.governance.source.catalogue.View;
import java.util.ArrayList;
import java.util.List;

/** What a query touches, in the words of policy. The gateway asks policy about it, the sources hold the permit against it. */
public final class QueryScope {

    private QueryScope() {}

    /**
     * The resource of a query from this tenant. Time buckets are values of the version field, so a query for them groups
     * by that field.
     */
    public static Resource of(SourceQuery query, Catalogue catalogue, TenantId tenant) {
        return switch (query) {
            case SourceQuery.Search search -> catalogue.corpus(search.prefix());
            case SourceQuery.Span span -> catalogue.document(span.objectId(), tenant);
            case SourceQuery.Versions versions -> catalogue.document(versions.objectId(), tenant);
            case SourceQuery.Rows rows ->
                catalogue.viewResource(
                        rows.viewId(), rows.fields(), List.copyOf(rows.filter().keySet()), List.of());
            case SourceQuery.Aggregate aggregate ->
                catalogue.viewResource(
                        aggregate.viewId(),
                        aggregate.metrics().stream().map(MetricRef::field).toList(),
                        List.copyOf(aggregate.filter().keySet()),
                        dimensions(aggregate, catalogue));
        };
    }

    private static List<String> dimensions(SourceQuery.Aggregate aggregate, Catalogue catalogue) {
        List<String> dimensions = new ArrayList<>(aggregate.groupBy());
        aggregate
                .granularity()
                .flatMap(_ -> catalogue.view(aggregate.viewId()))
                .map(View::versionField)
                .ifPresent(dimensions::add);
        return dimensions.stream().sorted().distinct().toList();
    }
}
