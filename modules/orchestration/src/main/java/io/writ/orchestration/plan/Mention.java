package io.writ.orchestration.plan;

import io.writ.governance.FieldVocabulary;
import io.writ.orchestration.plan.Phrase.Span;

/** A place in a question that names something of one view. */
sealed interface Mention {

    Span span();

    /** The rows of the view as such. */
    record OfView(Span span) implements Mention {}

    /** A field. */
    record OfField(Span span, FieldVocabulary field) implements Mention {}

    /**
     * A value of a field.
     *
     * @param byPattern whether it was recognised by its form, so it names this field and hardly anything else
     */
    record OfValue(Span span, FieldVocabulary field, String value, boolean byPattern) implements Mention {}
}
