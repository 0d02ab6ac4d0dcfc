package io.writ.governance.source.postgres;

import io.writ.governance.Metric;
import io.writ.governance.policy.ReadPermit;
import io.writ.governance.source.SourceQuery;
import io.writ.governance.source.SourceQuery.MetricRef;
import io.writ.governance.source.catalogue.Field;
import io.writ.governance.source.catalogue.View;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The statement of an aggregate.
 *
 * <p>Groups below the smallest allowed size are left out in the database and only their existence is told. This keeps a
 * single person out of sight; it does not stop somebody who may ask for two large groups that differ by one person.
 */
final class FigureQuery {

    private final View view;
    private final SourceQuery.Aggregate query;
    private final int limit;

    FigureQuery(View view, SourceQuery.Aggregate query, int rowsMax) {
        this.view = view;
        this.query = query;
        int asked = query.ranking()
                .flatMap(ranking -> ranking.topN().stream().boxed().findFirst())
                .orElse(rowsMax);
        this.limit = Math.min(asked, rowsMax);
        query.groupBy().forEach(name -> requireGroupable("group_by field", name));
        query.drilldownDimension().ifPresent(name -> requireGroupable("drilldown_dimension", name));
        query.metrics().forEach(this::requireListed);
    }

    /** How many groups may be shown. */
    int limit() {
        return limit;
    }

    /** Columns: whether groups were withheld, position, then groups, time bucket and metrics, all but metrics as text. */
    Sql sql(ReadPermit permit) {
        int sizeMin = permit.obligations().groupSizeMin().orElse(0);
        List<String> groups = groupTexts();
        Sql sql = new Sql();
        sql.add("with grouped as (select " + selected(groups)).add(Columns.from(view));
        new Conditions(sql, view, permit.tenant())
                .add(query.filter(), permit.obligations().filter());
        if (!groups.isEmpty()) {
            sql.add(" group by " + positions(groups.size()));
        }
        sql.add("), withheld as (select coalesce(bool_or(size < ?), false) as any_group from grouped)", sizeMin);
        sql.add(
                " select withheld.any_group, shown.* from withheld left join"
                        + " (select row_number() over (order by " + order(groups.size()) + ") as place, grouped.*"
                        + " from grouped where size >= ? order by place",
                sizeMin);
        return sql.add(" limit ?) as shown on true order by shown.place", limit + 1);
    }

    private List<String> groupTexts() {
        List<String> texts = new ArrayList<>(
                query.groupBy().stream().map(name -> Columns.text(field(name))).toList());
        query.granularity()
                .ifPresent(granularity -> texts.add(Columns.utc(
                        field(view.versionField()),
                        switch (granularity) {
                            case DAY -> "'YYYY-MM-DD'";
                            case MONTH -> "'YYYY-MM'";
                        })));
        return texts;
    }

    private String selected(List<String> groups) {
        List<String> columns = new ArrayList<>();
        IntStream.range(0, groups.size()).forEach(i -> columns.add(groups.get(i) + " as g" + i));
        IntStream.range(0, query.metrics().size())
                .forEach(i -> columns.add(metric(query.metrics().get(i)) + " as m" + i));
        columns.add("count(*) as size");
        return String.join(", ", columns);
    }

    private String metric(MetricRef metric) {
        String column = Columns.column(field(metric.field()));
        return switch (metric.name()) {
            case "count" -> "count(" + column + ")";
            case "sum" -> "sum(" + column + ")";
            case "min" -> "min(" + column + ")";
            case "max" -> "max(" + column + ")";
            case "avg" -> "round(avg(" + column + "), 4)";
            default -> throw Unanswerable.invalid("metric not allowlisted: " + metric.name());
        };
    }

    /** By the first metric when ranked, else by time and group; always total, so that equal questions are answered equally. */
    private String order(int groups) {
        List<String> terms = new ArrayList<>();
        query.ranking().ifPresent(ranking -> terms.add(ranking.descending() ? "m0 desc nulls last" : "m0 nulls last"));
        if (query.granularity().isPresent()) {
            terms.add("g" + (groups - 1) + " collate \"C\"");
        }
        IntStream.range(0, query.groupBy().size()).forEach(i -> terms.add("g" + i + " collate \"C\""));
        return terms.isEmpty() ? "size" : String.join(", ", terms);
    }

    private static String positions(int count) {
        return String.join(
                ", ",
                IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList());
    }

    private Field field(String name) {
        return view.field(name).orElseThrow();
    }

    private void requireGroupable(String what, String name) {
        if (!view.dimensions().contains(name)) {
            throw Unanswerable.invalid(what + " not allowlisted: " + name);
        }
    }

    private void requireListed(MetricRef metric) {
        if (!view.metrics().contains(new Metric(metric.name(), metric.field()))) {
            throw Unanswerable.invalid("metric not allowlisted: " + metric.name() + "(" + metric.field() + ")");
        }
    }
}
