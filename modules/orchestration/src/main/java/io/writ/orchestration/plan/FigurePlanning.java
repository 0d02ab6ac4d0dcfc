package io.writ.orchestration.plan;

import io.writ.governance.FieldVocabulary;
import io.writ.governance.Metric;
import io.writ.governance.ViewVocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Plans figures over a view, and only those its metrics and dimensions can really give. */
final class FigurePlanning {

    private final ViewReading reading;
    private final Signals signals;

    FigurePlanning(ViewReading reading, Signals signals) {
        this.reading = reading;
        this.signals = signals;
    }

    /** Empty when the view has no such figure; a near miss would answer another question. */
    Optional<PlanStep> step() {
        List<FieldVocabulary> dimensions = dimensions();
        Optional<Metric> metric = metric(dimensions);
        if (metric.isEmpty() || hasUncountableFilter()) {
            return Optional.empty();
        }
        SequencedMap<String, String> filter = new LinkedHashMap<>();
        List<String> groups =
                new ArrayList<>(dimensions.stream().map(FieldVocabulary::name).toList());
        List<String> onlyValues = new ArrayList<>();
        reading.values().forEach((field, values) -> {
            if (values.size() == 1) {
                filter.put(field.name(), values.getFirst());
            } else {
                onlyValues.addAll(values);
            }
            if (!groups.contains(field.name())) {
                groups.add(field.name());
            }
        });
        return Optional.of(new PlanStep.Aggregate(
                reading.view(),
                metric.get(),
                groups,
                filter,
                onlyValues,
                granularity(),
                ranking(dimensions),
                why(metric.get())));
    }

    /** In "bags per month" the month belongs to the name of the field; it does not ask for a trend. */
    private Optional<Granularity> granularity() {
        return signals.granularity()
                .filter(granularity -> reading.fields().stream()
                        .flatMap(field -> Phrase.of(field.title() + " " + field.name()).folded().stream())
                        .noneMatch(granularity.wireName()::equals));
    }

    /** A filter on a field that cannot be grouped cannot be told by the answer, so nobody could check it. */
    private boolean hasUncountableFilter() {
        return reading.values().keySet().stream().anyMatch(field -> !field.filterable() || !field.groupable());
    }

    private List<FieldVocabulary> dimensions() {
        Set<FieldVocabulary> valued = reading.values().keySet();
        boolean free = signals.spread()
                || extreme().isPresent()
                || !signals.groupingAt().isEmpty();
        return reading.mentions().stream()
                .filter(Mention.OfField.class::isInstance)
                .map(Mention.OfField.class::cast)
                .filter(mention -> mention.field().groupable() && !valued.contains(mention.field()))
                .filter(mention -> free || reading.namesView())
                .map(Mention.OfField::field)
                .distinct()
                .toList();
    }

    private Optional<Metric> metric(List<FieldVocabulary> dimensions) {
        List<String> asked = reading.fields().stream()
                .filter(field -> !dimensions.contains(field))
                .map(FieldVocabulary::name)
                .toList();
        Measure measure = measure(dimensions);
        return switch (measure) {
            case COUNT -> of(Measure.SUM, asked).or(() -> first(Measure.COUNT));
            case SUM -> of(Measure.SUM, asked).or(() -> first(Measure.COUNT));
            case AVERAGE, HIGHEST, LOWEST -> of(measure, asked).or(() -> only(measure));
        };
    }

    /** With dimensions, "most" orders groups of a count; without, it is the figure itself. */
    private Measure measure(List<FieldVocabulary> dimensions) {
        for (Measure plain : List.of(Measure.AVERAGE, Measure.SUM, Measure.COUNT)) {
            if (signals.measures().contains(plain)) {
                return plain;
            }
        }
        return dimensions.isEmpty() ? extreme().orElse(Measure.COUNT) : Measure.COUNT;
    }

    private Optional<Measure> extreme() {
        return signals.measures().stream().filter(Measure::isExtreme).sorted().findFirst();
    }

    private Optional<Ranking> ranking(List<FieldVocabulary> dimensions) {
        if (dimensions.isEmpty()) {
            return Optional.empty();
        }
        return extreme()
                .map(extreme -> new Ranking(
                        extreme == Measure.HIGHEST, signals.topGroups().orElse(1)));
    }

    private Optional<Metric> of(Measure measure, List<String> fields) {
        return metrics(measure).stream()
                .filter(metric -> fields.contains(metric.field()))
                .findFirst();
    }

    private Optional<Metric> first(Measure measure) {
        return metrics(measure).stream().findFirst();
    }

    private Optional<Metric> only(Measure measure) {
        return metrics(measure).size() == 1 ? first(measure) : Optional.empty();
    }

    private List<Metric> metrics(Measure measure) {
        return reading.view().metrics().stream()
                .filter(metric -> measure.isCalled(metric.name()))
                .toList();
    }

    private String why(Metric metric) {
        ViewVocabulary view = reading.view();
        return "the question asks for a figure, and " + view.title() + " offers " + metric.name() + " of "
                + metric.field();
    }
}
