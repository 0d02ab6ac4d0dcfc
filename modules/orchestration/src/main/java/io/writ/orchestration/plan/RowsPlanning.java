package io.writ.orchestration.plan;

import io.writ.governance.FieldVocabulary;
import io.writ.governance.ViewVocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;

/** Plans a look at rows of a view. */
final class RowsPlanning {

    /** The operator takes no more fields than this. */
    static final int FIELDS_MAX = 32;

    private final ViewReading reading;
    private final List<Word> unexplained;

    /** @param unexplained words that neither the view nor grammar explains; a row must contain them to be an answer */
    RowsPlanning(ViewReading reading, Collection<Word> unexplained) {
        this.reading = reading;
        this.unexplained = List.copyOf(unexplained);
    }

    PlanStep step() {
        SequencedMap<String, String> filter = new LinkedHashMap<>();
        Map<String, List<String>> choices = new HashMap<>();
        List<Word> mustSay = new ArrayList<>(unexplained);
        reading.values().forEach((field, values) -> {
            if (field.filterable() && values.size() == 1) {
                filter.put(field.name(), values.getFirst());
            } else {
                choices.put(field.name(), values);
            }
        });
        List<String> asked = asked(filter);
        return new PlanStep.ReadRows(
                reading.view(), fields(asked, filter, mustSay), asked, filter, choices, mustSay, why(filter));
    }

    private List<String> asked(SequencedMap<String, String> filter) {
        return reading.fields().stream()
                .map(FieldVocabulary::name)
                .filter(field -> !filter.containsKey(field))
                .toList();
    }

    /** What nobody asked for is not read, unless a row has to be recognised by any of its values. */
    private List<String> fields(List<String> asked, SequencedMap<String, String> filter, List<Word> mustSay) {
        ViewVocabulary view = reading.view();
        List<String> all = view.fields().stream().map(FieldVocabulary::name).toList();
        SequencedSet<String> fields = new LinkedHashSet<>();
        if (all.contains(view.key())) {
            fields.add(view.key());
        }
        fields.addAll(filter.sequencedKeySet());
        reading.values().keySet().forEach(field -> fields.add(field.name()));
        fields.addAll(asked.isEmpty() || !mustSay.isEmpty() ? all : asked);
        return fields.stream().limit(FIELDS_MAX).toList();
    }

    private String why(SequencedMap<String, String> filter) {
        String rows = "the question names " + reading.view().title();
        return filter.isEmpty() ? rows : rows + " by " + String.join(" and ", filter.sequencedKeySet());
    }
}
