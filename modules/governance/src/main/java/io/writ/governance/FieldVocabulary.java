package io.writ.governance;

import java.util.List;

/**
 * The words for one field of a view.
 *
 * @param words what people call it
 * @param values the values it may have, when the catalogue lists them
 * @param pattern a regular expression for values that can be recognised in a question, empty for none
 */
public record FieldVocabulary(
        String name,
        String title,
        List<String> words,
        List<String> values,
        String pattern,
        boolean filterable,
        boolean groupable) {

    public FieldVocabulary {
        words = List.copyOf(words);
        values = List.copyOf(values);
    }
}
