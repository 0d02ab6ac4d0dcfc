package io.writ.governance.policy;

import io.writ.evidence.Label;
import java.util.List;
import java.util.Optional;

/** What policy is asked about. Policy sees the labels the catalogue gives, never content. */
public sealed interface Resource {

    /** The name by which items are told apart in an answer. */
    String id();

    Label label();

    /** All documents below a prefix; for search. An empty prefix means the whole corpus. */
    record Corpus(String prefix, Label label) implements Resource {
        @Override
        public String id() {
            return prefix;
        }
    }

    /**
     * One document.
     *
     * @param collection of the catalogue, empty for a document that belongs to none
     * @param audience roles the catalogue names for this document, empty for everybody
     */
    record Document(String id, String collection, Label label, List<String> audience) implements Resource {
        public Document {
            audience = List.copyOf(audience);
        }
    }

    /**
     * One record view, with what is wanted of it.
     *
     * @param fields requested fields, sorted
     * @param filterFields fields that the caller filters on, sorted
     * @param groupBy dimensions of an aggregate, empty for rows
     */
    record View(String id, Label label, List<String> fields, List<String> filterFields, List<String> groupBy)
            implements Resource {
        public View {
            fields = List.copyOf(fields);
            filterFields = List.copyOf(filterFields);
            groupBy = List.copyOf(groupBy);
        }
    }

    /** Something that has a kind and a name only, for simulations. */
    record Named(String kind, String id, Label label) implements Resource {}

    /** The kind on the wire to policy. */
    default String kind() {
        return switch (this) {
            case Corpus _ -> "corpus";
            case Document _ -> "document";
            case View _ -> "view";
            case Named named -> named.kind();
        };
    }

    /** The collection, for documents that have one. */
    default Optional<String> collectionName() {
        return switch (this) {
            case Document document when !document.collection().isEmpty() -> Optional.of(document.collection());
            case Document _, Corpus _, View _, Named _ -> Optional.empty();
        };
    }
}
