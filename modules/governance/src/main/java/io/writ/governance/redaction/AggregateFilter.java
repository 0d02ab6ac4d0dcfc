package io.writ.governance.redaction;

import io.writ.evidence.SharedJson;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Takes hidden fields out of an aggregate and its locator.
 *
 * <p>The members that give an aggregate its shape (rows, group, metrics, name, field, value) are not fields of the
 * view and stay, whatever the rule says; the rule is applied to the names of dimensions and metric fields they carry.
 * Ranks go with the metric they rank by: their order alone would tell something about hidden figures.
 */
record AggregateFilter(FieldFilter fields) {

    /** Number of groups in the content of an aggregate. */
    static int groupCount(JsonObject content) {
        return content.getOrDefault("rows", JsonValue.EMPTY_JSON_ARRAY)
                .asJsonArray()
                .size();
    }

    JsonObject content(JsonObject content) {
        boolean ranked = !hidesMetric(content);
        JsonObjectBuilder builder = SharedJson.PROVIDER.createObjectBuilder();
        content.forEach((name, value) -> {
            switch (name) {
                case "rows" -> builder.add(name, rows(value, ranked));
                case "available_dimensions", "available_drilldown_dimensions" -> builder.add(name, names(value));
                case "filter_spec" -> builder.add(name, fields.survivors(value.asJsonObject()));
                case "ranking_summary" -> {
                    if (ranked) {
                        builder.add(name, value);
                    }
                }
                default -> builder.add(name, value);
            }
        });
        return builder.build();
    }

    JsonObject locator(JsonObject locator) {
        JsonObjectBuilder builder = SharedJson.PROVIDER.createObjectBuilder();
        locator.forEach((name, value) -> {
            switch (name) {
                case "group_by" -> builder.add(name, names(value));
                case "metrics" -> builder.add(name, metrics(value));
                case "drilldown_dimension" -> builder.add(name, keeps(value) ? value : JsonValue.NULL);
                default -> builder.add(name, value);
            }
        });
        return builder.build();
    }

    private JsonArray rows(JsonValue rows, boolean ranked) {
        JsonArrayBuilder builder = SharedJson.PROVIDER.createArrayBuilder();
        rows.asJsonArray().forEach(row -> builder.add(row(row.asJsonObject(), ranked)));
        return builder.build();
    }

    private JsonObject row(JsonObject row, boolean ranked) {
        JsonObjectBuilder builder = SharedJson.PROVIDER.createObjectBuilder();
        row.forEach((name, value) -> {
            switch (name) {
                case "group" -> builder.add(name, fields.survivors(value.asJsonObject()));
                case "metrics" -> builder.add(name, metrics(value));
                case "rank" -> {
                    if (ranked) {
                        builder.add(name, value);
                    }
                }
                case "drilldown" -> {
                    JsonObject drilldown = value.asJsonObject();
                    if (keeps(drilldown.get("dimension"))) {
                        builder.add(name, drilldown(drilldown));
                    }
                }
                default -> builder.add(name, value);
            }
        });
        return builder.build();
    }

    private JsonObject drilldown(JsonObject drilldown) {
        JsonObjectBuilder builder = SharedJson.PROVIDER.createObjectBuilder(drilldown);
        if (drilldown.get("filter_spec") instanceof JsonObject filter) {
            builder.add("filter_spec", fields.survivors(filter));
        }
        return builder.build();
    }

    private JsonArray metrics(JsonValue metrics) {
        JsonArrayBuilder builder = SharedJson.PROVIDER.createArrayBuilder();
        metrics.asJsonArray().stream()
                .filter(metric -> keeps(metric.asJsonObject().get("field")))
                .forEach(builder::add);
        return builder.build();
    }

    private JsonValue names(JsonValue names) {
        return names instanceof JsonArray array ? fields.survivingNames(array) : names;
    }

    private boolean keeps(@Nullable JsonValue name) {
        return !(name instanceof JsonString string) || fields.keeps(string.getString());
    }

    private boolean hidesMetric(JsonObject content) {
        return content.getOrDefault("rows", JsonValue.EMPTY_JSON_ARRAY).asJsonArray().stream()
                .map(row -> row.asJsonObject().getOrDefault("metrics", JsonValue.EMPTY_JSON_ARRAY))
                .flatMap(metrics -> metrics.asJsonArray().stream())
                .anyMatch(metric -> !keeps(metric.asJsonObject().get("field")));
    }
}
