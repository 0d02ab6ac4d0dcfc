package io.writ.governance;

import java.util.List;

/**
 * The words for one record view.
 *
 * @param words what people call its rows, such as customer or account
 * @param key the field that names a row for people
 */
public record ViewVocabulary(
        String viewId,
        String title,
        List<String> words,
        List<FieldVocabulary> fields,
        List<Metric> metrics,
        String key) {

    public ViewVocabulary {
        words = List.copyOf(words);
        fields = List.copyOf(fields);
        metrics = List.copyOf(metrics);
    }
}
