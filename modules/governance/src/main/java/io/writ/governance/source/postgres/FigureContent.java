package io.writ.governance.source.postgres;

import io.writ.evidence.Digest;
import io.writ.evidence.SharedJson;
import io.writ.governance.policy.FieldRule;
import io.writ.governance.source.Reading;
import io.writ.governance.source.SourceQuery;
import io.writ.governance.source.SourceQuery.MetricRef;
import io.writ.governance.source.SourceQuery.Ranking;
import io.writ.governance.source.catalogue.Field;
import io.writ.governance.source.catalogue.View;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The content and the locator of an aggregate, in the wire form of PECR v1.
 *
 * <p>A figure over chosen records carries what they were chosen by, so that it cannot pass for one over all.
 *
 * <p>Two members tell what is missing: {@code truncated} when there are more groups than may be shown and nobody asked
 * for only the top ones, {@code withheld_groups} when groups were too small to be shown. Neither says how many: a count
 * of small groups together with a total would tell what was withheld.
 */
final class FigureContent {

    /** Before the first group stand the flag for withheld groups and the position. */
    private static final int GROUPS_FROM = 3;

    private final View view;
    private final SourceQuery.Aggregate query;
    private final int limit;

    FigureContent(View view, SourceQuery.Aggregate query, int limit) {
        this.view = view;
        this.query = query;
        this.limit = limit;
    }

    Reading.Figures read(ResultSet rows, FieldRule visible, Instant retrievedAt) throws SQLException {
        JsonArrayBuilder shown = SharedJson.PROVIDER.createArrayBuilder();
        boolean withheld = false;
        int count = 0;
        while (rows.next()) {
            withheld = rows.getBoolean(1);
            if (rows.getString(2) != null && ++count <= limit) {
                shown.add(row(rows));
            }
        }
        boolean truncated = count > limit
                && query.ranking()
                        .flatMap(ranking -> ranking.topN().stream().boxed().findFirst())
                        .isEmpty();
        return new Reading.Figures(
                view.id(), locator(), content(shown, visible, withheld, truncated), view.label(), retrievedAt);
    }

    private JsonObject content(JsonArrayBuilder rows, FieldRule visible, boolean withheld, boolean truncated) {
        List<String> dimensions = view.dimensions().stream()
                .filter(name -> survives(visible, name))
                .toList();
        JsonObjectBuilder content = SharedJson.PROVIDER
                .createObjectBuilder()
                .add("rows", rows)
                .add("available_dimensions", SharedJson.PROVIDER.createArrayBuilder(dimensions))
                .add(
                        "available_drilldown_dimensions",
                        SharedJson.PROVIDER.createArrayBuilder(dimensions.stream()
                                .filter(name -> !query.groupBy().contains(name))
                                .toList()));
        query.ranking().ifPresent(ranking -> content.add("ranking_summary", rankingSummary(ranking)));
        if (!query.filter().isEmpty()) {
            content.add(
                    "filter_spec",
                    SharedJson.PROVIDER.createObjectBuilder(new TreeMap<String, Object>(query.filter())));
        }
        if (withheld) {
            content.add("withheld_groups", true);
        }
        if (truncated) {
            content.add("truncated", true);
        }
        return content.build();
    }

    private JsonObject row(ResultSet rows) throws SQLException {
        Map<String, String> groupValues = new TreeMap<>();
        JsonObjectBuilder group = SharedJson.PROVIDER.createObjectBuilder();
        int column = GROUPS_FROM;
        for (String name : query.groupBy()) {
            String value = rows.getString(column++);
            group.add(name, value == null ? JsonValue.NULL : SharedJson.PROVIDER.createValue(value));
            if (value != null) {
                groupValues.put(name, value);
            }
        }
        if (query.granularity().isPresent()) {
            String bucket = rows.getString(column++);
            group.add("time_bucket", bucket == null ? JsonValue.NULL : SharedJson.PROVIDER.createValue(bucket));
        }
        JsonArrayBuilder metrics = SharedJson.PROVIDER.createArrayBuilder();
        for (MetricRef metric : query.metrics()) {
            metrics.add(SharedJson.PROVIDER
                    .createObjectBuilder()
                    .add("name", metric.name())
                    .add("field", metric.field())
                    .add("value", number(rows.getBigDecimal(column++))));
        }
        JsonObjectBuilder row =
                SharedJson.PROVIDER.createObjectBuilder().add("group", group).add("metrics", metrics);
        if (query.ranking().isPresent()) {
            row.add("rank", rows.getInt(2));
        }
        addDrilldown(row, groupValues);
        return row.build();
    }

    /** How to look into one group: the caller's own filter and the group's values, where they can be filtered on. */
    private void addDrilldown(JsonObjectBuilder row, Map<String, String> groupValues) {
        Map<String, Object> filter = new TreeMap<>(query.filter());
        groupValues.forEach((name, value) -> {
            if (view.field(name).filter(Field::filterable).isPresent()) {
                filter.put(name, value);
            }
        });
        if (query.drilldownDimension().isPresent() && !filter.isEmpty()) {
            row.add(
                    "drilldown",
                    SharedJson.PROVIDER
                            .createObjectBuilder()
                            .add("dimension", query.drilldownDimension().get())
                            .add("filter_spec", SharedJson.PROVIDER.createObjectBuilder(filter)));
        }
    }

    private JsonObject rankingSummary(Ranking ranking) {
        MetricRef first = query.metrics().getFirst();
        return SharedJson.PROVIDER
                .createObjectBuilder()
                .add("ordered_by", first.name() + "(" + first.field() + ")")
                .add("direction", direction(ranking))
                .add("top_n", limit)
                .build();
    }

    private JsonObject locator() {
        JsonArrayBuilder metrics = SharedJson.PROVIDER.createArrayBuilder();
        query.metrics()
                .forEach(metric -> metrics.add(SharedJson.PROVIDER
                        .createObjectBuilder()
                        .add("name", metric.name())
                        .add("field", metric.field())));
        Map<String, Object> filter = new TreeMap<>(query.filter());
        return SharedJson.PROVIDER
                .createObjectBuilder()
                .add("type", "db_aggregate")
                .add("view_id", view.id())
                .add(
                        "filter_fingerprint",
                        Digest.ofPecrJson(SharedJson.PROVIDER
                                        .createObjectBuilder(filter)
                                        .build())
                                .hex())
                .add("group_by", SharedJson.PROVIDER.createArrayBuilder(query.groupBy()))
                .add(
                        "time_granularity",
                        query.granularity()
                                .<JsonValue>map(granularity -> SharedJson.PROVIDER.createValue(
                                        granularity.name().toLowerCase(Locale.ROOT)))
                                .orElse(JsonValue.NULL))
                .add(
                        "top_n",
                        query.ranking()
                                .flatMap(ranking ->
                                        ranking.topN().stream().boxed().findFirst())
                                .<JsonValue>map(SharedJson.PROVIDER::createValue)
                                .orElse(JsonValue.NULL))
                .add(
                        "rank_direction",
                        query.ranking()
                                .<JsonValue>map(ranking -> SharedJson.PROVIDER.createValue(direction(ranking)))
                                .orElse(JsonValue.NULL))
                .add(
                        "drilldown_dimension",
                        query.drilldownDimension()
                                .<JsonValue>map(SharedJson.PROVIDER::createValue)
                                .orElse(JsonValue.NULL))
                .add("metrics", metrics)
                .build();
    }

    private static String direction(Ranking ranking) {
        return ranking.descending() ? "desc" : "asc";
    }

    /** Without trailing zeros, since they are part of a number's canonical form. */
    private static JsonValue number(BigDecimal value) {
        if (value == null) {
            return JsonValue.NULL;
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return SharedJson.PROVIDER.createValue(stripped.scale() < 0 ? stripped.setScale(0) : stripped);
    }

    private static boolean survives(FieldRule rule, String name) {
        return switch (rule) {
            case FieldRule.All _ -> true;
            case FieldRule.Only only -> only.names().contains(name);
            case FieldRule.Except except -> !except.names().contains(name);
        };
    }
}
