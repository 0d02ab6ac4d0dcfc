package io.writ.orchestration.plan;

import io.writ.governance.FieldVocabulary;
import io.writ.governance.ViewVocabulary;
import io.writ.orchestration.plan.Phrase.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The phrases by which one view, its fields and its values are recognised. */
final class ViewWords {

    private record FieldName(Phrase phrase, FieldVocabulary field) {}

    private record ValueName(Phrase phrase, FieldVocabulary field, String value) {}

    private final ViewVocabulary view;
    private final List<Phrase> names;
    private final List<FieldName> fieldNames;
    private final List<ValueName> valueNames;
    private final List<ValueForm> forms;

    ViewWords(ViewVocabulary view) {
        this.view = view;
        this.names = Stream.concat(Stream.of(view.title()), view.words().stream())
                .map(Phrase::of)
                .distinct()
                .toList();
        this.fieldNames = view.fields().stream()
                .flatMap(field -> Stream.concat(Stream.of(field.name(), field.title()), field.words().stream())
                        .map(Phrase::of)
                        .distinct()
                        .map(phrase -> new FieldName(phrase, field)))
                .toList();
        this.valueNames = view.fields().stream()
                .flatMap(field -> field.values().stream().map(value -> new ValueName(Phrase.of(value), field, value)))
                .toList();
        this.forms = view.fields().stream()
                .flatMap(field -> ValueForm.of(field).stream())
                .toList();
    }

    String viewId() {
        return view.viewId();
    }

    ViewReading read(Wording question) {
        List<Mention> found = new ArrayList<>();
        forms.forEach(form -> found.addAll(form.in(question)));
        for (Phrase name : names) {
            name.in(question.words()).forEach(span -> found.add(new Mention.OfView(span)));
        }
        for (ValueName name : valueNames) {
            name.phrase()
                    .in(question.words())
                    .forEach(span -> found.add(new Mention.OfValue(span, name.field(), name.value(), false)));
        }
        for (FieldName name : fieldNames) {
            name.phrase().in(question.words()).forEach(span -> found.add(new Mention.OfField(span, name.field())));
        }
        return new ViewReading(view, clearest(found));
    }

    /** A longer name hides the shorter ones inside it; of names of equal extent the first kind found counts. */
    private static List<Mention> clearest(List<Mention> found) {
        List<Mention> kept = new ArrayList<>();
        for (Mention mention : found) {
            boolean hidden = found.stream().anyMatch(other -> mention.span().isInside(other.span()));
            boolean taken = kept.stream().anyMatch(other -> other.span().equals(mention.span()));
            if (!hidden && !taken) {
                kept.add(mention);
            }
        }
        kept.sort(Comparator.comparing(Mention::span, Comparator.comparingInt(Span::from)));
        return kept;
    }
}
