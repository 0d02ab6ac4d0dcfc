package io.writ.governance.source.catalogue;

import io.writ.governance.FieldVocabulary;
import java.util.List;

/**
 * One column of a view.
 *
 * @param values the values it may have, empty when the catalogue does not list them
 * @param pattern regular expression that recognises a value in a question, empty for none
 */
public record Field(
        String name,
        String title,
        List<String> words,
        List<String> values,
        String pattern,
        boolean filterable,
        boolean groupable,
        FieldType type) {

    public Field {
        words = List.copyOf(words);
        values = List.copyOf(values);
    }

    /** The words a planner may use. */
    public FieldVocabulary vocabulary() {
        return new FieldVocabulary(name, title, words, values, pattern, filterable, groupable);
    }
}
