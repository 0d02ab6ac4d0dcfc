package io.writ.governance.source.catalogue;

import io.writ.governance.Metric;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one view and checks that its parts fit together. */
final class ViewReader {

    private static final Set<String> MEMBERS = Set.of(
            "view_id",
            "title",
            "words",
            "classification",
            "origin",
            "listed",
            "tenant",
            "primary_key",
            "version_field",
            "display_field",
            "fields",
            "metrics");
    private static final Set<String> METRIC_MEMBERS = Set.of("name", "field");
    private static final Set<String> NUMERIC_METRICS = Set.of("sum", "min", "max", "avg");
    private static final String COUNT = "count";
    private static final String ID_PREFIX = "safe_";

    /** As many as one query may ask for, so that every view can be read whole. */
    private static final int FIELDS_MAX = 32;

    private final Node node;

    private ViewReader(Node node) {
        this.node = node;
    }

    static View read(Node node) {
        return new ViewReader(node).view();
    }

    private View view() {
        node.allowOnly(MEMBERS);
        List<Field> fields = fields();
        return new View(
                id(),
                node.text("title"),
                node.texts("words"),
                Labels.label(node),
                node.flag("listed"),
                Tenancy.tenant(node),
                primaryKey(fields),
                versionField(fields),
                fieldName("display_field", fields),
                fields,
                metrics(fields));
    }

    private String id() {
        String id = Names.plain(node, "view_id");
        if (!id.isEmpty() && !id.startsWith(ID_PREFIX)) {
            node.problems().add(node.at("view_id"), "must start with " + ID_PREFIX);
        }
        return id;
    }

    private List<Field> fields() {
        List<Field> fields =
                node.objects("fields").stream().map(FieldReader::read).toList();
        if (fields.isEmpty() || fields.size() > FIELDS_MAX) {
            node.problems().add(node.at("fields"), "must be 1 to " + FIELDS_MAX);
        }
        Names.unique(
                node.problems(),
                node.at("fields"),
                fields.stream().map(Field::name).toList(),
                "field");
        return fields;
    }

    private List<String> primaryKey(List<Field> fields) {
        List<String> key = node.texts("primary_key");
        if (key.isEmpty() && node.has("primary_key")) {
            node.problems().add(node.at("primary_key"), "must name at least one field");
        }
        Names.unique(node.problems(), node.at("primary_key"), key, "field");
        key.forEach(name -> known("primary_key", name, fields));
        return key;
    }

    private String versionField(List<Field> fields) {
        String name = fieldName("version_field", fields);
        named(name, fields)
                .filter(field -> field.type() != FieldType.TIMESTAMP)
                .ifPresent(_ -> node.problems().add(node.at("version_field"), "must be of type timestamp"));
        return name;
    }

    private String fieldName(String member, List<Field> fields) {
        String name = node.text(member);
        if (!name.isEmpty()) {
            known(member, name, fields);
        }
        return name;
    }

    private List<Metric> metrics(List<Field> fields) {
        List<Metric> metrics = node.objects("metrics").stream()
                .map(each -> metric(each, fields))
                .toList();
        Names.unique(
                node.problems(),
                node.at("metrics"),
                metrics.stream()
                        .map(metric -> metric.name() + "(" + metric.field() + ")")
                        .toList(),
                "metric");
        return metrics;
    }

    private Metric metric(Node metric, List<Field> fields) {
        metric.allowOnly(METRIC_MEMBERS);
        String name = metric.text("name");
        String fieldName = metric.text("field");
        Optional<Field> field = named(fieldName, fields);
        if (!name.isEmpty() && !name.equals(COUNT) && !NUMERIC_METRICS.contains(name)) {
            metric.problems().add(metric.at("name"), "unknown: " + name + "; known are count, sum, min, max, avg");
        }
        if (!fieldName.isEmpty() && field.isEmpty()) {
            metric.problems().add(metric.at("field"), "is not a field of this view: " + fieldName);
        }
        if (NUMERIC_METRICS.contains(name)
                && field.filter(f -> f.type() != FieldType.NUMBER).isPresent()) {
            metric.problems().add(metric.at("field"), name + " needs a field of type number");
        }
        return new Metric(name, fieldName);
    }

    private void known(String member, String name, List<Field> fields) {
        if (named(name, fields).isEmpty()) {
            node.problems().add(node.at(member), "is not a field of this view: " + name);
        }
    }

    private static Optional<Field> named(String name, List<Field> fields) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }
}
