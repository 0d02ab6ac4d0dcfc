package io.writ.governance.desk;

import io.writ.governance.FieldVocabulary;
import io.writ.governance.Metric;
import io.writ.governance.ViewVocabulary;
import io.writ.governance.policy.FieldRule;
import io.writ.governance.policy.PolicyDecision;
import io.writ.governance.policy.Resource;
import io.writ.governance.source.catalogue.View;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The fields of one view that a caller may see in rows or in figures, found by asking for all of them and, where that is
 * too much, for each alone.
 */
record VisibleFields(Set<String> inRows, Set<String> inFigures) {

    /** Policy's word that the view is open and some of the fields are not; every other refusal is about all of them. */
    private static final String SOME_FIELD = "field_not_granted";

    static VisibleFields of(View view, Asker asker) {
        return new VisibleFields(visible("fetch_rows", view, asker), visible("aggregate", view, asker));
    }

    boolean isEmpty() {
        return inRows.isEmpty() && inFigures.isEmpty();
    }

    /** The view's words without those for what this caller does not get to see. */
    ViewVocabulary vocabulary(View view) {
        ViewVocabulary whole = view.vocabulary();
        List<FieldVocabulary> fields =
                whole.fields().stream().filter(field -> sees(field.name())).toList();
        List<Metric> metrics = whole.metrics().stream()
                .filter(metric -> inFigures.contains(metric.field()))
                .toList();
        String key = sees(whole.key()) ? whole.key() : "";
        return new ViewVocabulary(whole.viewId(), whole.title(), whole.words(), fields, metrics, key);
    }

    private boolean sees(String field) {
        return inRows.contains(field) || inFigures.contains(field);
    }

    private static Set<String> visible(String operator, View view, Asker asker) {
        Resource.View whole = view.resource();
        return switch (asker.aboutRows(operator, whole)) {
            case PolicyDecision.Allow allow ->
                surviving(whole.fields(), allow.obligations().fields());
            case PolicyDecision.Deny deny
            when deny.reason().equals(SOME_FIELD) ->
                whole.fields().stream()
                        .filter(field -> seesAlone(operator, whole, field, asker))
                        .collect(Collectors.toCollection(TreeSet::new));
            case PolicyDecision.Deny _, PolicyDecision.Undecided _ -> Set.of();
        };
    }

    private static boolean seesAlone(String operator, Resource.View view, String field, Asker asker) {
        Resource.View alone = new Resource.View(view.id(), view.label(), List.of(field), List.of(), List.of());
        return switch (asker.aboutRows(operator, alone)) {
            case PolicyDecision.Allow allow ->
                !surviving(List.of(field), allow.obligations().fields()).isEmpty();
            case PolicyDecision.Deny _, PolicyDecision.Undecided _ -> false;
        };
    }

    private static Set<String> surviving(List<String> fields, FieldRule rule) {
        Set<String> surviving = new TreeSet<>(fields);
        switch (rule) {
            case FieldRule.All _ -> {}
            case FieldRule.Only only -> surviving.retainAll(only.names());
            case FieldRule.Except except -> surviving.removeAll(except.names());
        }
        return surviving;
    }
}
