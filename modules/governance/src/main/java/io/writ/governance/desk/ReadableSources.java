package io.writ.governance.desk;

import io.writ.governance.CollectionVocabulary;
import io.writ.governance.ViewVocabulary;
import io.writ.governance.Withheld;
import io.writ.governance.policy.ItemDecision;
import io.writ.governance.policy.PolicyDecision;
import io.writ.governance.policy.Resource;
import io.writ.governance.source.catalogue.Catalogue;
import io.writ.governance.source.catalogue.Collection;
import io.writ.governance.source.catalogue.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of the catalogue a caller may read, found by asking policy about each source, and what is withheld. A source whose
 * existence is secret is in neither list.
 */
record ReadableSources(List<ViewVocabulary> views, List<CollectionVocabulary> collections, List<Withheld> withheld) {

    static ReadableSources of(Catalogue catalogue, Asker asker) {
        List<ViewVocabulary> views = new ArrayList<>();
        List<CollectionVocabulary> collections = new ArrayList<>();
        List<Withheld> withheld = new ArrayList<>();
        for (View view : catalogue.views()) {
            VisibleFields visible = VisibleFields.of(view, asker);
            if (!visible.isEmpty()) {
                views.add(visible.vocabulary(view));
            } else if (view.listed() && view.tenant().equals(asker.principal().tenant())) {
                withheld.add(new Withheld("view", view.id(), view.title(), view.words()));
            }
        }
        List<Collection> own = catalogue.collections().stream()
                .filter(collection ->
                        collection.tenant().equals(asker.principal().tenant()))
                .toList();
        Map<String, ItemDecision> released = released(own, asker);
        for (Collection collection : own) {
            if (allows(released, collection.prefix())) {
                collections.add(collection.vocabulary());
            } else if (collection.listed()) {
                withheld.add(new Withheld("collection", collection.name(), collection.title(), collection.words()));
            }
        }
        return new ReadableSources(views, collections, withheld);
    }

    private static Map<String, ItemDecision> released(List<Collection> collections, Asker asker) {
        List<Resource> items =
                collections.stream().<Resource>map(Collection::resource).toList();
        return switch (asker.aboutRelease(items)) {
            case PolicyDecision.Allow allow -> allow.items();
            case PolicyDecision.Deny _, PolicyDecision.Undecided _ -> Map.of();
        };
    }

    private static boolean allows(Map<String, ItemDecision> released, String prefix) {
        return Optional.ofNullable(released.get(prefix))
                .map(ItemDecision::allow)
                .orElse(false);
    }
}
