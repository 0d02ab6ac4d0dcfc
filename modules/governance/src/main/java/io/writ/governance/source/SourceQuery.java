package io.writ.governance.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A normalised, checked query. Parameters are those of PECR v1. */
public sealed interface SourceQuery {

    /** Best line per document. */
    record Search(String query, List<String> terms, MatchMode mode, boolean caseSensitive, String prefix, int limit)
            implements SourceQuery {
        public Search {
            terms = List.copyOf(terms);
        }
    }

    /** How terms must match a line. */
    enum MatchMode {
        ALL,
        ANY,
        PHRASE
    }

    /** A byte range of one document; absent bounds mean start and end. */
    record Span(String objectId, OptionalInt startByte, OptionalInt endByte) implements SourceQuery {}

    /** Known versions of one document. */
    record Versions(String objectId) implements SourceQuery {}

    /** Rows of a view; equality filters joined by AND. */
    record Rows(String viewId, List<String> fields, Map<String, String> filter) implements SourceQuery {
        public Rows {
            fields = List.copyOf(fields);
            filter = Map.copyOf(filter);
        }
    }

    /** Figures over a view. */
    record Aggregate(
            String viewId,
            List<MetricRef> metrics,
            List<String> groupBy,
            Map<String, String> filter,
            Optional<Granularity> granularity,
            Optional<Ranking> ranking,
            Optional<String> drilldownDimension)
            implements SourceQuery {
        public Aggregate {
            metrics = List.copyOf(metrics);
            groupBy = List.copyOf(groupBy);
            filter = Map.copyOf(filter);
        }
    }

    /** A metric of the catalogue. */
    record MetricRef(String name, String field) {}

    /** Time buckets over the view's version field, UTC. */
    enum Granularity {
        DAY,
        MONTH
    }

    /** Order by the first metric. */
    record Ranking(boolean descending, OptionalInt topN) {}
}
