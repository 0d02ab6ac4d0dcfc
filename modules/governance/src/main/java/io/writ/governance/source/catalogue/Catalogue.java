package io.writ.governance.source.catalogue;

import io.writ.evidence.Classification;
import io.writ.evidence.Label;
import io.writ.evidence.OriginTrust;
import io.writ.governance.TenantId;
import io.writ.governance.policy.Resource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The systems of record, as one file describes them.
 *
 * @param collections in the order of the file
 * @param views in the order of the file
 */
public record Catalogue(List<Collection> collections, List<View> views) {

    /** What nobody has labelled is treated as if it were the worst there is. */
    private static final Label UNLABELLED = new Label(Classification.RESTRICTED, OriginTrust.USER_SUPPLIED);

    public Catalogue {
        collections = List.copyOf(collections);
        views = List.copyOf(views);
    }

    /**
     * What of this may be told to anybody of a tenant: its listed sources, without what single documents have of their
     * own. Whatever is answered from this alone tells nobody that something exists.
     */
    public Catalogue toldTo(TenantId tenant) {
        return new Catalogue(
                collections.stream()
                        .filter(collection ->
                                collection.listed() && collection.tenant().equals(tenant))
                        .map(Collection::withoutOverrides)
                        .toList(),
                views.stream()
                        .filter(view -> view.listed() && view.tenant().equals(tenant))
                        .toList());
    }

    /** The collection an object belongs to: the longest matching prefix wins. */
    public Optional<Collection> collectionOf(String objectId) {
        return collections.stream()
                .filter(collection -> objectId.startsWith(collection.prefix()))
                .max(Comparator.comparingInt(collection -> collection.prefix().length()));
    }

    /** The view of that id, if the catalogue lists it. */
    public Optional<View> view(String viewId) {
        return views.stream().filter(view -> view.id().equals(viewId)).findFirst();
    }

    /**
     * The document as policy sees it from this tenant. A document of no collection, or of another tenant's, carries the
     * strictest label and no collection, so that both look the same and neither is readable.
     */
    public Resource.Document document(String objectId, TenantId tenant) {
        return collectionOf(objectId)
                .filter(collection -> collection.tenant().equals(tenant))
                .map(collection -> collection.document(objectId))
                .orElseGet(() -> new Resource.Document(objectId, "", UNLABELLED, List.of()));
    }

    /**
     * The whole corpus below a prefix. Its label is the least there is: a search touches nothing by itself, each
     * document in it is decided on its own.
     */
    public Resource.Corpus corpus(String prefix) {
        return new Resource.Corpus(prefix, Label.NONE);
    }

    /** The view as policy sees it; one that the catalogue does not list carries the strictest label. */
    public Resource.View viewResource(
            String viewId, List<String> fields, List<String> filterFields, List<String> groupBy) {
        Label label = view(viewId).map(View::label).orElse(UNLABELLED);
        return new Resource.View(
                viewId,
                label,
                fields.stream().sorted().distinct().toList(),
                filterFields.stream().sorted().distinct().toList(),
                groupBy);
    }
}
