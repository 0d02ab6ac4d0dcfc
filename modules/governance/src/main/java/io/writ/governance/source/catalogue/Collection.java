package io.writ.governance.source.catalogue;

import io.writ.evidence.Label;
import io.writ.governance.CollectionVocabulary;
import io.writ.governance.TenantId;
import io.writ.governance.policy.Resource;
import java.util.List;
import java.util.Map;

/**
 * A folder of documents under one label.
 *
 * @param prefix where its objects live, ending in a slash
 * @param words what people call it
 * @param listed whether its existence may be told to those who may not read it
 * @param audience roles it is meant for, empty for everybody
 * @param overrides documents that differ from the rest, by object id
 */
public record Collection(
        String name,
        String title,
        String prefix,
        List<String> words,
        Label label,
        boolean listed,
        List<String> audience,
        TenantId tenant,
        Map<String, DocumentOverride> overrides) {

    public Collection {
        words = List.copyOf(words);
        audience = List.copyOf(audience);
        overrides = Map.copyOf(overrides);
    }

    /** What one document has of its own; the file may leave out either, then the collection's value is here. */
    public record DocumentOverride(Label label, List<String> audience) {
        public DocumentOverride {
            audience = List.copyOf(audience);
        }
    }

    /** The same, as if none of its documents differed from the rest. */
    Collection withoutOverrides() {
        return new Collection(name, title, prefix, words, label, listed, audience, tenant, Map.of());
    }

    /** One document of this collection, with its override if it has one. */
    public Resource.Document document(String objectId) {
        DocumentOverride own = overrides.getOrDefault(objectId, new DocumentOverride(label, audience));
        return new Resource.Document(objectId, name, own.label(), own.audience());
    }

    /** The collection as policy sees it when asked whether a caller may search it. */
    public Resource.Document resource() {
        return new Resource.Document(prefix, name, label, audience);
    }

    /** The words a planner may use. */
    public CollectionVocabulary vocabulary() {
        return new CollectionVocabulary(name, title, prefix, words);
    }
}
