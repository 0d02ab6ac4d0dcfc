package io.writ.governance.source.catalogue;

import io.writ.evidence.Label;
import io.writ.governance.Metric;
import io.writ.governance.TenantId;
import io.writ.governance.ViewVocabulary;
import io.writ.governance.policy.Resource;
import java.util.List;
import java.util.Optional;

/**
 * A record view: a table-shaped safe view of schema {@code safe}, one row per record, filtered by tenant in the database.
 *
 * @param words what people call its rows
 * @param tenant whose people may be told of it; rows of other tenants may be in it too
 * @param listed whether its existence may be told to those who may not read it
 * @param versionField timestamp that changes with the row
 * @param displayField field that names a row for people
 */
public record View(
        String id,
        String title,
        List<String> words,
        Label label,
        boolean listed,
        TenantId tenant,
        List<String> primaryKey,
        String versionField,
        String displayField,
        List<Field> fields,
        List<Metric> metrics) {

    public View {
        words = List.copyOf(words);
        primaryKey = List.copyOf(primaryKey);
        fields = List.copyOf(fields);
        metrics = List.copyOf(metrics);
    }

    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** The fields that rows may be grouped by. */
    public List<String> dimensions() {
        return fields.stream().filter(Field::groupable).map(Field::name).toList();
    }

    /** The view as policy sees it when asked whether a caller may read it at all. */
    public Resource.View resource() {
        return new Resource.View(
                id, label, fields.stream().map(Field::name).sorted().toList(), List.of(), List.of());
    }

    /** The words a planner may use, for all fields; a caller who may see fewer gets fewer. */
    public ViewVocabulary vocabulary() {
        return new ViewVocabulary(
                id, title, words, fields.stream().map(Field::vocabulary).toList(), metrics, displayField);
    }
}
