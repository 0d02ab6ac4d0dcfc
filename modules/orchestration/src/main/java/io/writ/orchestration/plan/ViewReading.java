package io.writ.orchestration.plan;

import io.writ.governance.FieldVocabulary;
import io.writ.governance.ViewVocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a question says in the words of one view. */
record ViewReading(ViewVocabulary view, List<Mention> mentions) {

    ViewReading {
        mentions = List.copyOf(mentions);
    }

    /** Indexes of the words this view explains. */
    Set<Integer> explained() {
        return indexes(mention -> true);
    }

    /** The same without the ids of rows: whose row it is says nothing about which source knows the answer. */
    Set<Integer> explainedByName() {
        return indexes(mention -> !(mention instanceof Mention.OfValue value && value.byPattern()));
    }

    /** Indexes inside names of several words; a part of such a name means nothing by itself. */
    Set<Integer> compounds() {
        return indexes(mention -> mention.span().length() > 1);
    }

    boolean namesView() {
        return mentions.stream().anyMatch(Mention.OfView.class::isInstance);
    }

    boolean namesRow() {
        return mentions.stream().anyMatch(mention -> mention instanceof Mention.OfValue value && value.byPattern());
    }

    boolean namesField() {
        return mentions.stream().anyMatch(Mention.OfField.class::isInstance);
    }

    boolean namesValue() {
        return mentions.stream().anyMatch(Mention.OfValue.class::isInstance);
    }

    /** Whether the question is about this view and not merely sharing a word with it. */
    boolean isStrong() {
        return namesView() || namesRow() || (namesField() && namesValue());
    }

    /** Fields asked for, in the order of the question. */
    List<FieldVocabulary> fields() {
        List<FieldVocabulary> fields = new ArrayList<>();
        for (Mention mention : mentions) {
            if (mention instanceof Mention.OfField(Phrase.Span _, FieldVocabulary field) && !fields.contains(field)) {
                fields.add(field);
            }
        }
        return fields;
    }

    /** Values named, by field. */
    SequencedMap<FieldVocabulary, List<String>> values() {
        SequencedMap<FieldVocabulary, List<String>> values = new LinkedHashMap<>();
        for (Mention mention : mentions) {
            if (mention instanceof Mention.OfValue(Phrase.Span _, FieldVocabulary field, String value, boolean _)) {
                List<String> known = values.computeIfAbsent(field, _ -> new ArrayList<>());
                if (!known.contains(value)) {
                    known.add(value);
                }
            }
        }
        return values;
    }

    private Set<Integer> indexes(Predicate<Mention> relevant) {
        return mentions.stream()
                .filter(relevant)
                .flatMap(mention -> IntStream.range(
                                mention.span().from(), mention.span().to())
                        .boxed())
                .collect(Collectors.toUnmodifiableSet());
    }
}
