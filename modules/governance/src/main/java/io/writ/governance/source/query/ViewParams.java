package io.writ.governance.source.query;

import io.writ.evidence.SharedJson;
import io.writ.governance.source.SourceQuery;
import io.writ.governance.source.SourceQuery.Granularity;
import io.writ.governance.source.SourceQuery.MetricRef;
import io.writ.governance.source.SourceQuery.Ranking;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the parameters of {@code fetch_rows} and {@code aggregate}. */
final class ViewParams {

    private static final String VIEW_PREFIX = "safe_";
    private static final int TOP_MAX = 50;

    /** A table of more figures is read by nobody, and each is a column of the query. */
    private static final int METRICS_MAX = 16;

    private ViewParams() {}

    static SourceQuery rows(Params params) {
        String viewId = viewId(params);
        List<String> fields = Lists.fields(params, "fields");
        if (fields.isEmpty()) {
            throw new InvalidParams("fields", "must name at least one field");
        }
        return new SourceQuery.Rows(viewId, fields, Lists.filter(params, "filter_spec"));
    }

    static SourceQuery aggregate(Params params) {
        String viewId = viewId(params);
        List<MetricRef> metrics = metrics(params);
        List<String> groupBy = Lists.fields(params, "group_by");
        identifier(params, "metric"); // accepted for older clients; the figures are those of "metrics"
        return new SourceQuery.Aggregate(
                viewId,
                metrics,
                groupBy,
                Lists.filter(params, "filter_spec"),
                granularity(params),
                ranking(params, groupBy),
                drilldown(params, groupBy));
    }

    private static String viewId(Params params) {
        String id = Words.identifier("view_id", params.requiredText("view_id"));
        if (!id.startsWith(VIEW_PREFIX)) {
            throw new InvalidParams("view_id", "must start with " + VIEW_PREFIX);
        }
        return params.normalise("view_id", id);
    }

    private static List<MetricRef> metrics(Params params) {
        JsonValue value = params.value("metrics").orElseThrow(() -> new InvalidParams("metrics", "is required"));
        if (!(value instanceof JsonArray array) || array.isEmpty() || array.size() > METRICS_MAX) {
            throw new InvalidParams("metrics", "must be a list of 1 to " + METRICS_MAX + " objects");
        }
        List<MetricRef> metrics = new ArrayList<>();
        JsonArrayBuilder normalised = SharedJson.PROVIDER.createArrayBuilder();
        for (JsonValue element : array) {
            MetricRef metric = metric(element);
            metrics.add(metric);
            normalised.add(SharedJson.PROVIDER
                    .createObjectBuilder()
                    .add("name", metric.name())
                    .add("field", metric.field()));
        }
        params.normalise("metrics", normalised.build());
        return metrics.stream().distinct().toList();
    }

    private static MetricRef metric(JsonValue element) {
        if (!(element instanceof JsonObject metric)
                || !metric.keySet().equals(Set.of("name", "field"))
                || !(metric.get("name") instanceof JsonString name)
                || !(metric.get("field") instanceof JsonString field)) {
            throw new InvalidParams("metrics", "each must be an object of exactly the strings name and field");
        }
        return new MetricRef(
                Words.identifier("metrics", name.getString()), Words.identifier("metrics", field.getString()));
    }

    private static Optional<Granularity> granularity(Params params) {
        return word(params, "time_granularity").map(word -> switch (word) {
            case "day" -> Granularity.DAY;
            case "month" -> Granularity.MONTH;
            default -> throw new InvalidParams("time_granularity", "must be day or month");
        });
    }

    /** Ranked only where there is something to rank, and only when asked for. */
    private static Optional<Ranking> ranking(Params params, List<String> groupBy) {
        OptionalInt topN = params.clamped("top_n", 1, TOP_MAX);
        boolean asked = params.flag("include_rank").orElse(false);
        Optional<Boolean> descending = word(params, "rank_direction").map(word -> switch (word) {
            case "asc" -> false;
            case "desc" -> true;
            default -> throw new InvalidParams("rank_direction", "must be asc or desc");
        });
        boolean ranked = topN.isPresent() || asked || descending.isPresent();
        return ranked && !groupBy.isEmpty()
                ? Optional.of(new Ranking(descending.orElse(true), topN))
                : Optional.empty();
    }

    private static Optional<String> drilldown(Params params, List<String> groupBy) {
        Optional<String> dimension = identifier(params, "drilldown_dimension");
        if (dimension.filter(groupBy::contains).isPresent()) {
            throw new InvalidParams("drilldown_dimension", "must not be one of group_by");
        }
        return dimension;
    }

    private static Optional<String> identifier(Params params, String name) {
        return params.text(name).map(raw -> params.normalise(name, Words.identifier(name, raw)));
    }

    private static Optional<String> word(Params params, String name) {
        return params.text(name).map(raw -> params.normalise(name, raw.strip().toLowerCase(Locale.ROOT)));
    }
}
