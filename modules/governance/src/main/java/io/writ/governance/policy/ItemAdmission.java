package io.writ.governance.policy;

import io.writ.evidence.Classification;
import io.writ.governance.TenantId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says whether a filter admits an item. Three-valued, as SQL is: a condition on an attribute that the item does not
 * have is neither true nor false, its negation is not true either, and only what is true is admitted.
 */
public final class ItemAdmission {

    /** Stands in the audience of a document that is meant for everybody; no role has this name. */
    public static final String EVERYONE = "everyone";

    private enum Truth {
        FALSE,
        UNKNOWN,
        TRUE
    }

    private ItemAdmission() {}

    /** Tells whether the filter holds for an item with these attributes. */
    public static boolean admits(ItemFilter filter, Map<String, List<String>> attributes) {
        return truth(filter, attributes) == Truth.TRUE;
    }

    /** Tells whether the filter holds for a document of this tenant. */
    public static boolean admits(ItemFilter filter, TenantId tenant, Resource.Document document) {
        return admits(filter, attributes(tenant, document));
    }

    /** What a filter over documents may name. */
    public static Map<String, List<String>> attributes(TenantId tenant, Resource.Document document) {
        return Map.of(
                "tenant", List.of(tenant.value()),
                "id", List.of(document.id()),
                "collection", List.of(document.collection()),
                "classification", List.of(document.label().classification().wireName()),
                "origin", List.of(document.label().origin().wireName()),
                "audience", document.audience().isEmpty() ? List.of(EVERYONE) : document.audience());
    }

    private static Truth truth(ItemFilter filter, Map<String, List<String>> attributes) {
        return switch (filter) {
            case ItemFilter.All _ -> Truth.TRUE;
            case ItemFilter.None _ -> Truth.FALSE;
            case ItemFilter.In in -> among(in.values(), attributes.getOrDefault(in.field(), List.of()));
            case ItemFilter.AtMost atMost -> atMost(atMost.value(), attributes.getOrDefault(atMost.field(), List.of()));
            case ItemFilter.And and -> least(and.parts(), attributes);
            case ItemFilter.Or or -> greatest(or.parts(), attributes);
            case ItemFilter.Not not -> opposite(truth(not.part(), attributes));
        };
    }

    private static Truth among(List<String> wanted, List<String> present) {
        if (present.isEmpty()) {
            return Truth.UNKNOWN;
        }
        return present.stream().anyMatch(wanted::contains) ? Truth.TRUE : Truth.FALSE;
    }

    private static Truth atMost(String ceiling, List<String> present) {
        Optional<Classification> limit = classification(ceiling);
        List<Optional<Classification>> ranks =
                present.stream().map(ItemAdmission::classification).toList();
        if (limit.isEmpty() || ranks.isEmpty() || ranks.stream().anyMatch(Optional::isEmpty)) {
            return Truth.UNKNOWN;
        }
        boolean below =
                ranks.stream().flatMap(Optional::stream).allMatch(rank -> rank.compareTo(limit.orElseThrow()) <= 0);
        return below ? Truth.TRUE : Truth.FALSE;
    }

    private static Optional<Classification> classification(String wireName) {
        return Arrays.stream(Classification.values())
                .filter(classification -> classification.wireName().equals(wireName))
                .findFirst();
    }

    private static Truth least(List<ItemFilter> parts, Map<String, List<String>> attributes) {
        return parts.stream()
                .map(part -> truth(part, attributes))
                .min(Truth::compareTo)
                .orElse(Truth.TRUE);
    }

    private static Truth greatest(List<ItemFilter> parts, Map<String, List<String>> attributes) {
        return parts.stream()
                .map(part -> truth(part, attributes))
                .max(Truth::compareTo)
                .orElse(Truth.FALSE);
    }

    private static Truth opposite(Truth truth) {
        return switch (truth) {
            case TRUE -> Truth.FALSE;
            case FALSE -> Truth.TRUE;
            case UNKNOWN -> Truth.UNKNOWN;
        };
    }
}
